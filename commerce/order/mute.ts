/** Fewer messages about an order: its card goes on moving, and how it ends is told once. */

import type { Notice, Order } from '../model/order.ts';
import type { OrderRepository } from '../ports/repositories.ts';
import { changeOrder } from './changeOrder.ts';

/** What a muted conversation is spared: neither a result nor the answer to somebody's request. */
const passing: readonly Notice['kind'][] = [
  'creditCheckStarted',
  'creditCheckApproved',
  'purchaseSeen',
  'slow',
  'stuck',
];

export function isMuted({ muted }: Order, { kind, conversation }: Notice): boolean {
  return passing.includes(kind) && (muted?.includes(conversation) ?? false);
}

/** @param conversation key of the conversation that is spared, or told again */
export function setMuted(
  orders: OrderRepository,
  orderId: string,
  conversation: string,
  muted: boolean,
): Promise<Order> {
  return changeOrder(orders, orderId, (order) => {
    const before = order.muted ?? [];
    if (before.includes(conversation) === muted) return order;
    const others = before.filter((one) => one !== conversation);
    return { ...order, muted: muted ? [...others, conversation] : others };
  });
}
