/** When an upgrade takes longer than was announced, people are told, each time once (R75). */

import { isFinal, type NoticeKind, type Order } from '../model/order.ts';
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
    ({ event, afterMinutes }) =>
      minutes >= afterMinutes && !order.audit.some((entry) => entry.event === event),
  );
  return reached.reduce((current, { event, notice }) => {
    const delay = { event, at: now.toString(), by: 'system' };
    const isLongest = event === reached.at(-1)?.event;
    return noted(current, isLongest ? { ...delay, notice } : delay);
  }, order);
}

/** The time of a credit check does not count: it has one of its own (R66); nor does what stands still. */
function workingMinutes(order: Order, now: Temporal.Instant): number {
  if (isFinal(order) || order.state === 'creditCheck' || order.unclearSince) return 0;
  const begun = order.audit.findLast(({ from }) => from === 'creditCheck')?.at ?? order.placedAt;
  return Temporal.Instant.from(begun).until(now).total('minutes');
}
