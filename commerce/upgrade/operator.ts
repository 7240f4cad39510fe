/** What people who run the service may do to an order. The history says that it was them. */
import { isFinal, type NoticeStatus, type Order } from './order.ts';

const by = 'operator';

/** Looked at again at once; undefined for an order that is at its end. */
export function retried(order: Order, at: string, wakeAt: string): Order | undefined {
  if (isFinal(order)) return undefined;
  return { ...withEntry(order, 'operator.retry', at), failedAttempts: 0, nextCheckAt: wakeAt };
}

/** Messages that are on their way already need no help. */
const underWay: readonly NoticeStatus[] = ['pending', 'sending'];

/** The newest message is owed again, whatever became of it; undefined when there is none to send. */
export function resent(order: Order, at: string): Order | undefined {
  const last = order.notices.at(-1);
  if (!last || underWay.includes(last.status)) return undefined;
  const notices = [...order.notices.slice(0, -1), { ...last, status: 'pending' as const }];
  return { ...withEntry(order, 'operator.resend', at), notices };
}

function withEntry(order: Order, event: string, at: string): Order {
  return { ...order, audit: [...order.audit, { at, by, event, to: order.state }] };
}
