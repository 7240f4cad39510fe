/** The notices of an order; its cards are brought up to date before. */
import type { Card, CardContext } from '../../../cards/kit/card.ts';
import { noticeCard } from '../../../cards/orders/noticeCard.ts';
import type { Notice, Order } from '../../../commerce/model/order.ts';
import type { Subject } from '../../../commerce/model/subject.ts';
import { noticeView, type OrderViewNeeds } from '../../../dialogs/orders/orderViews.ts';
import type { OrderCards, Shown } from '../orderCards.ts';
import type { NoticeSource } from './noticeSource.ts';

export class OrderNotices implements NoticeSource<Order, Notice> {
  readonly #services: OrderViewNeeds;
  readonly #cards: OrderCards;

  constructor(services: OrderViewNeeds, cards: OrderCards) {
    this.#services = services;
    this.#cards = cards;
  }

  subject({ id }: Order): Subject {
    return { orderId: id };
  }

  async draw(order: Order, { kind }: Notice, context: CardContext): Promise<Card> {
    return noticeCard(await noticeView(this.#services, context.l, order, kind), context);
  }

  async bringUpToDate(id: string): Promise<((order: Order) => Order) | undefined> {
    const shown = await this.#cards.bringUpToDate(id);
    return shown.length > 0 ? (order) => noting(order, shown) : undefined;
  }
}

/** The order that knows what its cards show. */
function noting(order: Order, shown: readonly Shown[]): Order {
  const cards = order.cards.map((card) => {
    const seen = shown.find(({ activityId }) => activityId === card.activityId);
    return seen ? { ...card, revision: Math.max(card.revision, seen.revision) } : card;
  });
  return { ...order, cards };
}
