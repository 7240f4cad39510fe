/** Fewer messages about an order in this conversation, or all of them again. */
import type { VisibleOrdersSources } from '../../commerce/access/visibleOrders.ts';
import { isFinal, type Order } from '../../commerce/model/order.ts';
import { setMuted } from '../../commerce/order/mute.ts';
import type { OrderRepository } from '../../commerce/ports/repositories.ts';
import { type Begun, OneTurnDialog } from '../step/oneTurnDialog.ts';
import { meantOrder } from './meantOrder.ts';

export interface MuteNeeds extends VisibleOrdersSources {
  orders: OrderRepository;
}

const newestUnderWay = (orders: readonly Order[]): Order | undefined =>
  orders.find((order) => !isFinal(order));

export class MuteDialog extends OneTurnDialog<MuteNeeds> {
  readonly #mutes: boolean;

  /** @param mutes or, when false, has all messages told again */
  constructor(id: string, mutes: boolean, needs: MuteNeeds) {
    super(id, needs);
    this.#mutes = mutes;
  }

  protected override async run(begun: Begun): Promise<undefined> {
    const { turn } = begun;
    const order = await meantOrder(this.needs, begun, newestUnderWay);
    if (!order) {
      await turn.say('dialogs.mute.none');
      return;
    }
    const reference = order.id;
    if (isFinal(order)) {
      await turn.say('dialogs.mute.over', { reference });
      return;
    }
    await setMuted(this.needs.orders, order.id, turn.conversation, this.#mutes);
    await turn.say(`dialogs.mute.${this.#mutes ? 'done' : 'undone'}`, { reference });
    turn.keep();
  }
}
