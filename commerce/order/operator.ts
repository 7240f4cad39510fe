/** What people who run the service may do to an order. The history says that it was them. */
import { isOwed } from '../model/notice.ts';
import { isFinal, type Notice, type Order } from '../model/order.ts';

const by = 'operator';

/** Looked at again at once; undefined for an order that is at its end. */
export function retried(order: Order, at: string, wakeAt: string): Order | undefined {
  if (isFinal(order)) return undefined;
  return { ...withEntry(order, 'operator.retry', at), failedAttempts: 0, nextCheckAt: wakeAt };
}

/** The newest message is owed again, whatever became of it; undefined when there is none to send. */
export function resent(order: Order, at: string): Order | undefined {
  const last = order.notices.at(-1);
  // What is on its way already needs no help.
  if (!last || isOwed(last)) return undefined;
  const { delivery: _, ...rest } = last;
  const again: Notice = { ...rest, status: 'pending' };
  const notices = [...order.notices.slice(0, -1), again];
  return { ...withEntry(order, 'operator.resend', at), notices };
}

function withEntry(order: Order, event: string, at: string): Order {
  return { ...order, audit: [...order.audit, { at, by, event, to: order.state }] };
}
