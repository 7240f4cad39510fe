/** Shows an order: the card lives on by itself, replaced in place as the order moves. */
import { orderCard } from '../../cards/orders/orderCard.ts';
import { type VisibleOrdersSources, visibleOrder } from '../../commerce/access/visibleOrders.ts';
import { type Begun, OneTurnDialog } from '../step/oneTurnDialog.ts';
import {
  type OrderViewNeeds,
  orderView,
  type SurroundingsNeeds,
  surroundingsOf,
} from './orderViews.ts';

export type OrderNeeds = VisibleOrdersSources & OrderViewNeeds & SurroundingsNeeds;

export class OrderDialog extends OneTurnDialog<OrderNeeds> {
  protected override async run({ turn, subject }: Begun): Promise<undefined> {
    const { card, choice } = turn.intent;
    // On the status card the order is what was chosen.
    const order = await visibleOrder(this.needs, turn, subject.orderId ?? choice);
    const around = await surroundingsOf(this.needs, order);
    const view = orderView(this.needs, turn.l, order, around);
    if (card === 'order') {
      await turn.redraw((context) => orderCard(view, context));
      return;
    }
    const { id: orderId, revision } = order;
    const offer = { subject: { orderId }, forAll: true, follows: { orderId, revision } };
    await turn.show('order', offer, (context) => orderCard(view, context));
  }
}
