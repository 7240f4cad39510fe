/** What people who run the service may do to an order. The history says that it was them. */
import { isOwed } from '../model/notice.ts';
import { isFinal, type Notice, type Order } from '../model/order.ts';
import { advance } from './advance.ts';

const by = 'operator';

/** Looked at again at once; undefined for an order that is at its end. */
export function retried(order: Order, at: string, wakeAt: string): Order | undefined {
  if (isFinal(order)) return undefined;
  return { ...withEntry(order, 'operator.retry', at), failedAttempts: 0, nextCheckAt: wakeAt };
}

/**
 * Somebody has looked, and the service has not taken an order of which nobody could tell: it ends, and
 * can be ordered anew. Undefined for any other order.
 */
export function ended(order: Order, at: string): Order | undefined {
  if (isFinal(order) || order.unclearSince === undefined) return undefined;
  const { unclearSince: _, ...rest } = order;
  return advance(rest, { to: 'lapsed', at, by, event: 'operator.end' });
}

/** Or it has, as this operation, which is followed from now on. Undefined for any other order. */
export function linked(
  order: Order,
  operationId: string,
  at: string,
  wakeAt: string,
): Order | undefined {
  if (isFinal(order) || order.unclearSince === undefined) return undefined;
  const { unclearSince: _, ...rest } = order;
  return { ...withEntry(rest, 'operator.link', at), operationId, nextCheckAt: wakeAt };
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
