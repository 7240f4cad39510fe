/** Shows an order and ends: the card lives on by itself, replaced in place as the order moves. */
import { Dialog, type DialogContext, type DialogTurnResult } from 'botbuilder-dialogs';
import { orderCard } from '../../cards/orders/orderCard.ts';
import { visibleOrder } from '../../commerce/access/visibleOrders.ts';
import type { Order } from '../../commerce/model/order.ts';
import { changeOrder } from '../../commerce/order/changeOrder.ts';
import type { Services } from '../step/services.ts';
import type { StepOptions } from '../step/stepDialog.ts';
import { tenantTimeOf } from '../step/tenantTime.ts';
import { type Turn, turnOf } from '../step/turn.ts';
import { orderView } from './orderViews.ts';

/** Older cards of the same order are left as they are. */
const cardsFollowed = 4;

export class OrderDialog extends Dialog<StepOptions> {
  readonly #services: Services;

  constructor(services: Services) {
    super('order');
    this.#services = services;
  }

  override async beginDialog(dc: DialogContext, options?: StepOptions): Promise<DialogTurnResult> {
    const turn = turnOf(dc.context);
    const { intent } = turn;
    const order = await visibleOrder(this.#services, turn, options?.subject.orderId);
    const time = await tenantTimeOf(this.#services, order.tenantId);
    const view = orderView(this.#services, turn.l, order, time);
    if (intent.card === 'order') {
      await turn.redraw((context) => orderCard(view, context));
    } else {
      const offer = { subject: { orderId: order.id }, forAll: true };
      const shown = await turn.show('order', offer, (context) => orderCard(view, context));
      await this.#follow(turn, order, shown);
    }
    return dc.endDialog();
  }

  async #follow(
    turn: Turn,
    { id, revision }: Order,
    shown: { activityId: string; token: string },
  ): Promise<void> {
    const card = { conversation: turn.conversation, revision, ...shown };
    await changeOrder(this.#services.orders, id, (current) => ({
      ...current,
      cards: [...current.cards, card].slice(-cardsFollowed),
    }));
  }
}
