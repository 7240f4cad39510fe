import { waitingWithNotices } from '../ports/waitingWithNotices.ts';
import { type ChangeNotice, type ManualChange, manualChangeSchema } from './manualChange.ts';

/** A change waits while a plan that was bought is looked for, and owes what came of that. */
export const waitingChange = waitingWithNotices<ChangeNotice, ManualChange>(manualChangeSchema);
