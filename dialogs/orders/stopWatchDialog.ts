/** Stops a watch; what is still waited for is shown. */
import type { Watching } from '../../commerce/watch/watching.ts';
import { type Begun, type Next, OneTurnDialog } from '../step/oneTurnDialog.ts';

export interface StopWatchNeeds {
  watching: Watching;
}

export class StopWatchDialog extends OneTurnDialog<StopWatchNeeds> {
  protected override async run({ turn }: Begun): Promise<Next> {
    await this.needs.watching.stop(turn.tenantId, turn.intent.choice ?? '');
    await turn.say('dialogs.watch.stopped');
    turn.keep();
    return { dialogId: 'status', subject: {} };
  }
}
