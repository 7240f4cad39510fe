/** Fewer messages about an order in this conversation, or all of them again; then ends. */
import { Dialog, type DialogContext, type DialogTurnResult } from 'botbuilder-dialogs';
import { isFinal, type Order } from '../../commerce/model/order.ts';
import { setMuted } from '../../commerce/order/mute.ts';
import type { Services } from '../step/services.ts';
import { turnOf } from '../step/turn.ts';
import { type Meant, meantOrder } from './meantOrder.ts';

interface MuteOptions extends Meant {
  /** Or, when false, all messages again. */
  mute: boolean;
}

const newestUnderWay = (orders: readonly Order[]): Order | undefined =>
  orders.find((order) => !isFinal(order));

export class MuteDialog extends Dialog<MuteOptions> {
  readonly #services: Services;

  constructor(services: Services) {
    super('mute');
    this.#services = services;
  }

  override async beginDialog(
    dc: DialogContext,
    options: MuteOptions = { mute: true, said: '' },
  ): Promise<DialogTurnResult> {
    const turn = turnOf(dc.context);
    const order = await meantOrder(this.#services, turn, options, newestUnderWay);
    if (!order) {
      await turn.say('dialogs.mute.none');
      return dc.endDialog();
    }
    const reference = order.id;
    if (isFinal(order)) {
      await turn.say('dialogs.mute.over', { reference });
      return dc.endDialog();
    }
    await setMuted(this.#services.orders, order.id, turn.conversation, options.mute);
    await turn.say(`dialogs.mute.${options.mute ? 'done' : 'undone'}`, { reference });
    return dc.endDialog();
  }
}
