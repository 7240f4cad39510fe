/** Stops a watch and ends; what is still waited for is shown. */
import { Dialog, type DialogContext, type DialogTurnResult } from 'botbuilder-dialogs';
import { changeWatch, endWatch } from '../../commerce/watch/changeWatch.ts';
import type { Services } from '../step/services.ts';
import { turnOf } from '../step/turn.ts';

export class StopWatchDialog extends Dialog {
  readonly #services: Services;

  constructor(services: Services) {
    super('stop-watch');
    this.#services = services;
  }

  override async beginDialog(dc: DialogContext): Promise<DialogTurnResult> {
    const turn = turnOf(dc.context);
    const { tenantId } = turn;
    await changeWatch(this.#services.watches, turn.intent.choice ?? '', (watch) =>
      watch.tenantId === tenantId ? endWatch(watch, 'stopped') : watch,
    );
    await turn.say('dialogs.watch.stopped');
    return dc.replaceDialog('status');
  }
}
