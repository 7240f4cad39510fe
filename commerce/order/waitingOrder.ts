import { isOwed, noticesWith } from '../model/notice.ts';
import { isFinal, type Notice, type Order, orderSchema } from '../model/order.ts';
import type { WaitingKind } from '../ports/waitingKind.ts';
import { isMuted } from './mute.ts';

/**
 * Orders lie under their quote's id, where they have one: that there is one order a quote is then what
 * the storage promises of any id. A subscription has one open order (R82). Besides its notices an order owes the
 * cards that show an old revision.
 */
export const waitingOrder: WaitingKind<Order, Notice> = {
  schema: orderSchema,
  documentId: ({ quoteId, id }) => quoteId ?? id,
  row: ({ id, tenantId, subscriptionId, placedAt, nextCheckAt, notices, cards, revision }) => ({
    id,
    tenantId,
    since: placedAt,
    nextCheckAt,
    exclusive: `${tenantId}/${subscriptionId}`,
    owes: notices.some(isOwed) || cards.some((card) => card.revision < revision),
  }),
  woken: (order, at) => (isFinal(order) ? order : { ...order, nextCheckAt: at }),
  notices: (order) =>
    order.notices.map((notice) => ({
      state: notice,
      userId: order.placedBy.userId,
      muted: isMuted(order, notice),
    })),
  withNotice: (order, place, state) => ({
    ...order,
    notices: noticesWith(order.notices, place, state),
  }),
};
