/** The way to an order's page for the books: a link for this person, on the card that was pressed. */
import { orderCard } from '../../cards/orders/orderCard.ts';
import { visibleOrder } from '../../commerce/access/visibleOrders.ts';
import type { Locale } from '../../locales/localiser.ts';
import { type Begun, OneTurnDialog } from '../step/oneTurnDialog.ts';
import type { OrderNeeds } from './orderDialog.ts';
import { orderView, surroundingsOf } from './orderViews.ts';

export interface PageNeeds extends OrderNeeds {
  /** Good for some minutes; undefined where browsers don't reach us. */
  orderPageOf(asked: {
    orderId: string;
    tenantId: string;
    userId: string;
    locale: Locale;
  }): string | undefined;
}

export class PageDialog extends OneTurnDialog<PageNeeds> {
  protected override async run({ turn, subject }: Begun): Promise<undefined> {
    const { tenantId, userId, l } = turn;
    const order = await visibleOrder(this.needs, turn, subject.orderId);
    const asked = { orderId: order.id, tenantId, userId, locale: l.locale };
    const pageUrl = this.needs.orderPageOf(asked);
    if (pageUrl === undefined) {
      await turn.say('dialogs.order.noPage');
      return;
    }
    const view = orderView(this.needs, l, order, await surroundingsOf(this.needs, order));
    await turn.redraw((context) => orderCard({ ...view, pageUrl }, context));
  }
}
