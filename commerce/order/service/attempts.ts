/** Calls to place an order: written down before they are made, so that none is forgotten in a crash. */
import type { Order } from '../../model/order.ts';
import { placingSettlesMinutes } from '../../model/policyValues.ts';

/** Whether the service may have heard of it. */
export function wasSent({ attempts, operationId }: Order): boolean {
  return operationId !== undefined || attempts === undefined || attempts.count > 0;
}

/** The order with one attempt more, which is made after this is written. @param now real time */
export function withAttempt(order: Order, now: Temporal.Instant): Order {
  const { count, firstAt = now.toString() } = order.attempts ?? { count: 0 };
  return { ...order, attempts: { count: count + 1, firstAt, lastAt: now.toString() } };
}

/** Whether nobody has sent it, or heard of its being taken, since it was read. */
export function isAsSent(current: Order, read: Order): boolean {
  return current.operationId === undefined && current.attempts?.count === read.attempts?.count;
}

/**
 * Real time until which an attempt whose answer never came may still take effect. Undefined for an
 * order that was never sent.
 */
export function settlesAt({ attempts }: Order): Temporal.Instant | undefined {
  if (attempts?.lastAt === undefined) return undefined;
  return Temporal.Instant.from(attempts.lastAt).add({ minutes: placingSettlesMinutes });
}

/** @param now real time */
export function mayStillArrive(order: Order, now: Temporal.Instant): boolean {
  const settled = settlesAt(order);
  return settled !== undefined && Temporal.Instant.compare(now, settled) < 0;
}
