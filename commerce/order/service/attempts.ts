/** Calls to place an order: written down before they are made, so that none is forgotten in a crash. */
import type { Order } from '../../model/order.ts';
import { placingSettlesMinutes } from '../../model/policyValues.ts';
import type { SentOrder } from '../../ports/seller.ts';

/** Whether the service may have heard of it. */
export function wasSent({ attempts, operationId }: Order): boolean {
  return operationId !== undefined || attempts === undefined || attempts.count > 0;
}

/** What it can be looked up by. */
export function sentOrderOf(order: Order): SentOrder {
  const { clientRequestId, subscriptionId, targetSkuId, quantity, attempts, placedAt } = order;
  const firstSentAt = attempts?.firstAt ?? placedAt;
  return { clientRequestId, subscriptionId, targetSkuId, quantity, firstSentAt };
}

/** The order with one attempt more, which is made after this is written. @param now tenant's time */
export function withAttempt(order: Order, now: Temporal.Instant): Order {
  const { count, firstAt = now.toString() } = order.attempts ?? { count: 0 };
  return { ...order, attempts: { count: count + 1, firstAt, lastAt: now.toString() } };
}

/** Whether nobody has sent it, or heard of its being taken, since it was read. */
export function isAsSent(current: Order, read: Order): boolean {
  return current.operationId === undefined && current.attempts?.count === read.attempts?.count;
}

/**
 * Seconds for which an attempt whose answer never came may still take effect; 0 when it can't any more,
 * or there was none.
 * @param now tenant's time
 */
export function unsettledSeconds({ attempts }: Order, now: Temporal.Instant): number {
  if (attempts?.lastAt === undefined) return 0;
  const settled = Temporal.Instant.from(attempts.lastAt).add({ minutes: placingSettlesMinutes });
  return Math.max(0, now.until(settled).total('seconds'));
}
