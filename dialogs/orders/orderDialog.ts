/** Shows an order and ends: the card lives on by itself, replaced in place as the order moves. */
import { Dialog, type DialogContext, type DialogTurnResult } from 'botbuilder-dialogs';
import { orderCard } from '../../cards/orders/orderCard.ts';
import { visibleOrder } from '../../commerce/access/visibleOrders.ts';
import type { Services } from '../step/services.ts';
import type { StepOptions } from '../step/stepDialog.ts';
import { tenantTimeOf } from '../step/tenantTime.ts';
import { turnOf } from '../step/turn.ts';
import { orderView } from './orderViews.ts';

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
      const { id: orderId, revision } = order;
      const offer = { subject: { orderId }, forAll: true, follows: { orderId, revision } };
      await turn.show('order', offer, (context) => orderCard(view, context));
    }
    return dc.endDialog();
  }
}
