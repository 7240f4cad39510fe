/**
 * The SDK's DialogContext without what each turn paid for and nobody here uses: memory that is read by
 * paths, events, and errors wrapped at each level. Begin, continue, replace and end do what the SDK's do.
 */
import type { TurnContext } from 'botbuilder';
import type { Dialog, DialogInstance, DialogSet, DialogTurnResult } from 'botbuilder-dialogs';
import { UpgraderaError } from '../../commerce/base/errors.ts';
import { DialogContext, DialogReason, DialogTurnStatus } from './sdkDialogs.ts';

function dialogOf(dc: DialogContext, id: string): Dialog {
  const dialog = dc.findDialog(id);
  if (!dialog) throw new UpgraderaError('turn.failed', `no dialog ${id}`);
  return dialog;
}

async function endActiveDialog(dc: DialogContext, reason: DialogReason): Promise<void> {
  const { activeDialog } = dc;
  if (!activeDialog) return;
  await dialogOf(dc, activeDialog.id).endDialog(dc.context, activeDialog, reason);
  dc.stack.pop();
}

const lean: DialogContext = Object.assign(Object.create(DialogContext.prototype), {
  async beginDialog(this: DialogContext, id: string, options?: object): Promise<DialogTurnResult> {
    const dialog = dialogOf(this, id);
    this.stack.push({ id, state: {} });
    return dialog.beginDialog(this, options);
  },

  async continueDialog(this: DialogContext): Promise<DialogTurnResult> {
    const { activeDialog } = this;
    if (!activeDialog) return { status: DialogTurnStatus.empty };
    return dialogOf(this, activeDialog.id).continueDialog(this);
  },

  async replaceDialog(this: DialogContext, id: string, options?: object) {
    await endActiveDialog(this, DialogReason.replaceCalled);
    return this.beginDialog(id, options);
  },

  async endDialog(this: DialogContext, result?: unknown): Promise<DialogTurnResult> {
    await endActiveDialog(this, DialogReason.endCalled);
    const { activeDialog } = this;
    if (!activeDialog) return { status: DialogTurnStatus.complete, result };
    const dialog = dialogOf(this, activeDialog.id);
    return dialog.resumeDialog(this, DialogReason.endCalled, result);
  },

  /** Also called by the SDK's `cancelAllDialogs`. */
  endActiveDialog(this: DialogContext, reason: DialogReason): Promise<void> {
    return endActiveDialog(this, reason);
  },

  async emitEvent(): Promise<boolean> {
    return false;
  },
});

/** @param parent where the dialog that waits is a component */
export function leanContext(
  dialogs: DialogSet,
  context: TurnContext,
  stack: DialogInstance[],
  parent?: DialogContext,
): DialogContext {
  return Object.assign(Object.create(lean), { dialogs, context, stack, parent });
}
