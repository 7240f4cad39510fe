/** A card that shows an order is noted with it, so that it can be replaced as the order moves. */
import { cardsWith, type ShownCard } from '../model/notice.ts';
import type { OrderRepository } from '../ports/repositories.ts';
import { changeOrder } from './changeOrder.ts';

/** @throws order.unknown, storage.conflict */
export async function followCard(
  orders: OrderRepository,
  orderId: string,
  card: ShownCard,
): Promise<void> {
  await changeOrder(orders, orderId, (order) => ({
    ...order,
    cards: cardsWith(order.cards, card),
  }));
}
