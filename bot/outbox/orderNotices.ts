/** The notices of an order; its cards are brought up to date before. */
import { noticeCard } from '../../cards/orders/noticeCard.ts';
import { isOwed, isSameState } from '../../commerce/model/notice.ts';
import type { Order } from '../../commerce/model/order.ts';
import { changeOrder, tryToChangeOrder } from '../../commerce/order/changeOrder.ts';
import { isMuted } from '../../commerce/order/mute.ts';
import { noticeView } from '../../dialogs/orders/orderViews.ts';
import type { Services } from '../../dialogs/step/services.ts';
import type { NoticeSource, OwedNotice } from './noticeSource.ts';
import type { OrderCards, Shown } from './orderCards.ts';

export type OrderNoticeServices = Pick<Services, 'catalog' | 'clock' | 'seller' | 'orders'>;

export class OrderNotices implements NoticeSource {
  readonly #services: OrderNoticeServices;
  readonly #cards: OrderCards;

  constructor(services: OrderNoticeServices, cards: OrderCards) {
    this.#services = services;
    this.#cards = cards;
  }

  async next(id: string): Promise<OwedNotice | undefined> {
    const { orders } = this.#services;
    const shown = await this.#cards.bringUpToDate(id);
    const order = (await orders.get(id))?.value;
    if (!order) return undefined;
    const index = order.notices.findIndex(isOwed);
    const notice = order.notices[index];
    if (!notice) {
      if (shown.length > 0) await changeOrder(orders, id, (current) => noting(current, shown));
      return undefined;
    }
    return {
      tenantId: order.tenantId,
      userId: order.placedBy.userId,
      state: notice,
      muted: isMuted(order, notice),
      offer: { subject: { orderId: id }, forAll: true },
      isBehind: ({ card, subject }) => card === 'notice' && subject.orderId === id,
      draw: async (context) =>
        noticeCard(await noticeView(this.#services, context.l, order, notice.kind), context),
      change: (from, to) =>
        tryToChangeOrder(orders, id, (current) => {
          const now = current.notices[index];
          if (!now || !isSameState(now, from)) return undefined;
          const { conversation, status, delivery } = to;
          const next = { ...now, conversation, status, ...(delivery ? { delivery } : {}) };
          return noting({ ...current, notices: current.notices.with(index, next) }, shown);
        }),
    };
  }
}

/** Writes along what the cards show, so that it needs no write of its own. */
function noting(order: Order, shown: readonly Shown[]): Order {
  const cards = order.cards.map((card) => {
    const seen = shown.find(({ activityId }) => activityId === card.activityId);
    return seen ? { ...card, revision: Math.max(card.revision, seen.revision) } : card;
  });
  return { ...order, cards };
}
