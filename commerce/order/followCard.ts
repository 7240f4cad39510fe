/** A card that shows an order is noted with it, so that it can be replaced as the order moves. */
import type { ShownCard } from '../model/order.ts';
import type { OrderRepository } from '../ports/repositories.ts';
import { changeOrder } from './changeOrder.ts';

/** Older cards of the same order are left as they are. */
const cardsFollowed = 4;

/** @throws order.unknown, storage.conflict */
export async function followCard(
  orders: OrderRepository,
  orderId: string,
  card: ShownCard,
): Promise<void> {
  await changeOrder(orders, orderId, (order) => ({
    ...order,
    cards: [...order.cards, card].slice(-cardsFollowed),
  }));
}
