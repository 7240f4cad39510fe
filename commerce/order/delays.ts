/** When an upgrade takes longer than was announced, people are told, each time once (R75). */

import { isFinal, type NoticeKind, type Order, type OrderState } from '../model/order.ts';
import { slowAfterMinutes, stuckAfterMinutes } from '../model/policyValues.ts';
import { noted } from './advance.ts';

/** Shortest first. */
const delays: readonly { event: string; afterMinutes: number; notice: NoticeKind }[] = [
  { event: 'order.slow', afterMinutes: slowAfterMinutes, notice: 'slow' },
  { event: 'order.stuck', afterMinutes: stuckAfterMinutes, notice: 'stuck' },
];

/** The events by which an order's history tells of delays. */
export const delayEvents: readonly string[] = delays.map(({ event }) => event);

/** The order with the delays that it has reached by now; of several the longest is told. */
export function noteDelays(order: Order, now: Temporal.Instant): Order {
  const minutes = workingMinutes(order, now);
  const reached = delays.filter(
    ({ event, afterMinutes, notice }) =>
      minutes >= afterMinutes &&
      !order.audit.some((entry) => entry.event === event) &&
      // What an admin has bought comes to rest by itself.
      (!order.purchase || notice !== 'stuck'),
  );
  return reached.reduce((current, { event, notice }) => {
    const delay = { event, at: now.toString(), by: 'system' };
    const isLongest = event === reached.at(-1)?.event;
    return noted(current, isLongest ? { ...delay, notice } : delay);
  }, order);
}

/** They have times of their own (R66). */
const waiting: readonly OrderState[] = ['creditCheck', 'awaitingPurchase'];

/** The time of a credit check does not count, nor that until the admin has bought, or in which all stands still. */
function workingMinutes(order: Order, now: Temporal.Instant): number {
  if (isFinal(order) || waiting.includes(order.state) || order.unclearSince) return 0;
  const waited = order.audit.findLast(({ from }) => from && waiting.includes(from));
  const begun = waited?.at ?? order.placedAt;
  return Temporal.Instant.from(begun).until(now).total('minutes');
}
