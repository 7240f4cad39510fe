/**
 * The SDK's dialogs, as far as they are used here. The index of `botbuilder-dialogs` 4.23 loads what
 * recognises numbers and dates in a dozen languages besides: 9 MB of heap, and most of a start.
 */
export { ComponentDialog } from 'botbuilder-dialogs/lib/componentDialog.js';
export { Dialog, DialogReason, DialogTurnStatus } from 'botbuilder-dialogs/lib/dialog.js';
export { DialogContext } from 'botbuilder-dialogs/lib/dialogContext.js';
export { DialogContextError } from 'botbuilder-dialogs/lib/dialogContextError.js';
export { DialogSet } from 'botbuilder-dialogs/lib/dialogSet.js';
