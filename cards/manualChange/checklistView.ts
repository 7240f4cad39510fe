/** What the checklist of a change by hand shows. */
import type { Ending } from '../../commerce/manualChange/ending.ts';
import type { Seen } from '../../commerce/manualChange/look.ts';
import type { ManualChange } from '../../commerce/manualChange/manualChange.ts';
import type { OrUnknown } from '../../commerce/model/unknown.ts';
import type { AsOf } from '../kit/frame.ts';

export interface ChecklistView extends AsOf {
  change: ManualChange;
  sourceName: string;
  targetName: string;
  seen: Seen;
  ending: Ending;
  /** Whether the roles of who looks allow the step that is next. */
  mayDo: OrUnknown<boolean>;
}
