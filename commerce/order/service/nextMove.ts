/** What is done about an order that the service has not acknowledged: what was confirmed, at most once. */
import type { Confirmed, Order } from '../../model/order.ts';
import type { Quote } from '../../model/quote.ts';
import type { Capabilities } from '../../ports/seller.ts';
import { costsTheSame } from '../confirmed.ts';
import { sentOrderOf, unsettledSeconds, wasSent } from './attempts.ts';

/**
 * `follow`: the service has it. `place`: it has not, or a repeat is the same order. `wait`: an
 * earlier call may still take effect. `lapse`: nothing was ordered, and it would cost
 * something else now. `stop`: nobody can tell whether it was ordered.
 */
export type Move =
  | { kind: 'follow'; operationId: string }
  | { kind: 'place'; confirmed: Confirmed }
  | { kind: 'wait'; seconds: number }
  | { kind: 'lapse'; quote: Quote | undefined }
  | { kind: 'stop' };

export interface MoveFacts {
  capabilities: Pick<Capabilities, 'repeatsSafely' | 'findOperation'>;
  /** The same order at what it costs now; undefined when that can't be known. */
  quoteAgain: (confirmed: Confirmed) => Promise<Quote | undefined>;
  /** Tenant's time. */
  now: Temporal.Instant;
}

/** @throws what the service throws: then nothing is known, and nothing is done */
export async function nextMove(order: Order, facts: MoveFacts): Promise<Move> {
  const { capabilities, quoteAgain, now } = facts;
  const { findOperation, repeatsSafely } = capabilities;
  const { confirmed } = order;
  const sent = wasSent(order);
  const operationId = sent ? await findOperation?.(sentOrderOf(order)) : undefined;
  if (operationId !== undefined) return { kind: 'follow', operationId };
  if (order.unclearSince !== undefined || !confirmed) return { kind: 'stop' };

  const seconds = unsettledSeconds(order, now);
  const inTheDark = sent && findOperation === undefined;
  if (!repeatsSafely && seconds > 0) return { kind: 'wait', seconds };
  if (!repeatsSafely && inTheDark) return { kind: 'stop' };

  if (Temporal.Instant.compare(now, confirmed.until) < 0) return { kind: 'place', confirmed };
  const quote = await quoteAgain(confirmed);
  if (quote && costsTheSame(order, confirmed, quote)) return { kind: 'place', confirmed };
  if (inTheDark) return { kind: 'stop' };
  if (seconds > 0) return { kind: 'wait', seconds };
  return { kind: 'lapse', quote };
}
