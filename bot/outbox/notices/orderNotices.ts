/** The notices of an order, and its own card where that is owed; its cards are brought up to date before. */
import type { Card, CardContext } from '../../../cards/kit/card.ts';
import { noticeCard } from '../../../cards/orders/noticeCard.ts';
import { orderCard } from '../../../cards/orders/orderCard.ts';
import type { ShownCard } from '../../../commerce/model/notice.ts';
import type { Notice, Order } from '../../../commerce/model/order.ts';
import type { Subject } from '../../../commerce/model/subject.ts';
import { followCard } from '../../../commerce/order/followCard.ts';
import type { OrderRepository } from '../../../commerce/ports/repositories.ts';
import {
  type NoticeViewNeeds,
  noticeView,
  orderView,
  type SurroundingsNeeds,
  surroundingsOf,
} from '../../../dialogs/orders/orderViews.ts';
import type { OrderCards } from '../shown/orderCards.ts';
import { cardsNoting } from '../shown/shownCards.ts';
import type { NoticeSource, ShownAs } from './noticeSource.ts';

export type OrderNoticesNeeds = NoticeViewNeeds & SurroundingsNeeds & { orders: OrderRepository };

export class OrderNotices implements NoticeSource<Order, Notice> {
  readonly #services: OrderNoticesNeeds;
  readonly #cards: OrderCards;

  constructor(services: OrderNoticesNeeds, cards: OrderCards) {
    this.#services = services;
    this.#cards = cards;
  }

  subject({ id }: Order): Subject {
    return { orderId: id };
  }

  async draw(order: Order, { kind }: Notice, context: CardContext): Promise<Card> {
    const services = this.#services;
    const { l } = context;
    if (kind !== 'card') return noticeCard(await noticeView(services, l, order, kind), context);
    const around = await surroundingsOf(services, order);
    return orderCard(orderView(services, l, order, around), context);
  }

  /** It shows what holds, however often. */
  shownAs(_order: Order, { kind }: Notice): ShownAs | undefined {
    return kind === 'card' ? { card: 'order', repeats: true } : undefined;
  }

  /** Its own card goes on by itself. */
  async follow(
    { id, revision }: Order,
    { kind }: Notice,
    card: Omit<ShownCard, 'revision'>,
  ): Promise<void> {
    if (kind === 'card') await followCard(this.#services.orders, id, { ...card, revision });
  }

  async bringUpToDate(id: string): Promise<((order: Order) => Order) | undefined> {
    const shown = await this.#cards.bringUpToDate(id);
    if (shown.length === 0) return undefined;
    return (order) => ({ ...order, cards: cardsNoting(order.cards, shown) });
  }
}
