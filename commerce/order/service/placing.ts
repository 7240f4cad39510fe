/** What becomes of an order on its way to the service. */
import { UpgraderaError } from '../../base/errors.ts';
import type { Order } from '../../model/order.ts';
import { unreadableAttempts } from '../../model/policyValues.ts';
import type { Quote } from '../../model/quote.ts';
import { type PlaceResult, priceChanged } from '../../ports/seller.ts';
import { advance, noted } from '../advance.ts';
import { amountsOf, confirmedIn } from '../confirmed.ts';
import { withAttempt } from './attempts.ts';
import { isRefusal, isUnreadable } from './serviceErrors.ts';

/**
 * An order of version 0.1.0, which may have been sent, perhaps just now.
 * @param quote what was confirmed. @param now tenant's time
 */
export function adopted(order: Order, quote: Quote | undefined, now: Temporal.Instant): Order {
  const { confirmed = quote && confirmedIn(quote) } = order;
  return { ...(order.attempts ? order : withAttempt(order, now)), ...(confirmed && { confirmed }) };
}

/**
 * What an error of a call to place stands for: a clear no, or, after several answers that nobody can
 * read, that it can't be told.
 * @throws the error as long as the call may have had its effect and is worth repeating
 */
export function answerIn(error: unknown, { attempts }: Order): PlaceResult | 'unclear' {
  if (isRefusal(error)) return { outcome: 'declined', code: error.code };
  if (!isUnreadable(error)) throw error;
  if ((attempts?.count ?? 0) >= unreadableAttempts) return 'unclear';
  throw new UpgraderaError('upstream.unavailable', 'no answer that can be read', error);
}

/**
 * Nothing was ordered, since it would cost something else now.
 * @param quote what; undefined when it can't be had, or nobody knows what it costs
 */
export function lapsed(order: Order, now: Temporal.Instant, quote: Quote | undefined): Order {
  const step = { to: 'lapsed', at: now.toString(), by: 'system', event: 'order.lapsed' } as const;
  return advance({ ...order, ...(quote && { amountsNow: amountsOf(quote) }) }, step);
}

/** The service said no, and its code says why. */
export function declined(
  order: Order,
  { now, code, quote }: { now: Temporal.Instant; code: string; quote: Quote | undefined },
): Order {
  if (code === priceChanged) return lapsed(order, now, quote);
  const at = now.toString();
  return advance(order, { to: 'failed', at, by: 'system', event: 'order.refused', code });
}

/** The event by which an order's history tells that nobody knows whether it was ordered. */
export const unclearEvent = 'order.unclear';

/** Nobody can tell whether it was ordered: told once. */
export function unclear(order: Order, now: Temporal.Instant): Order {
  if (order.unclearSince !== undefined) return order;
  const at = now.toString();
  const news = { event: unclearEvent, at, by: 'system', notice: 'unclear' } as const;
  return { ...noted(order, news), unclearSince: at };
}
