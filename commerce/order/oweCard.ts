/** The card of an order did not come, or nobody knows whether it did: it is owed, as a notice is. */
import { type Delivery, isOwed } from '../model/notice.ts';
import type { OrderRepository } from '../ports/repositories.ts';
import { changeOrder } from './changeOrder.ts';

/**
 * @param conversation where it was to be shown; it is owed there once at a time
 * @throws order.unknown, storage.conflict
 */
export async function oweCard(
  orders: OrderRepository,
  orderId: string,
  conversation: string,
  delivery: Delivery,
): Promise<void> {
  await changeOrder(orders, orderId, (order) => {
    const { notices, changedAt: at } = order;
    const isSame = (one: (typeof notices)[number]): boolean =>
      one.kind === 'card' && one.conversation === conversation && isOwed(one);
    if (notices.some(isSame)) return order;
    const owed = { kind: 'card', conversation, status: 'pending', at, delivery } as const;
    return { ...order, notices: [...notices, owed] };
  });
}
