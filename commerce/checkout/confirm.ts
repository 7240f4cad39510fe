/** From a quote that somebody confirms to an order: at the price that was shown, or not at all. */
import { hasRight } from '../access/rights.ts';
import { diagnose } from '../diagnosis/diagnose.ts';
import type { Facts } from '../diagnosis/facts.ts';
import type { Reason } from '../diagnosis/reason.ts';
import type { Order, Person } from '../model/order.ts';
import type { Quote } from '../model/quote.ts';
import { isKnown } from '../model/unknown.ts';
import { openOrderFor, placeOrder } from '../order/placeOrder.ts';
import type { OrderRepository } from '../ports/repositories.ts';
import { needsConsent } from '../quote/consent.ts';
import { type QuoteDifference, quoteDifferences } from '../quote/difference.ts';
import type { Quoting } from '../quote/quoting.ts';
import { type ApprovalWhy, approvalNeeded, type SpendingLimits } from './approvalNeeded.ts';

export type Confirmed =
  /** By this confirmation, or by an earlier one of the same quote. */
  | { outcome: 'ordered'; order: Order }
  /** By another quote for the same subscription, perhaps of somebody else. */
  | { outcome: 'alreadyOpen'; order: Order }
  /** Losing prepaid time has to be agreed to first (R94). */
  | { outcome: 'needsConsent' }
  /** Something stands in the way by now. */
  | { outcome: 'blocked' }
  /** Whether this person may buy can't be seen just now: that is no permission (R5–R8). */
  | { outcome: 'rolesUnknown' }
  /** Somebody else has to approve it; everything besides is as it should be. */
  | { outcome: 'needsApproval'; why: ApprovalWhy; facts: Facts }
  /** The offer has changed or expired; a new one is stored, to be confirmed in its turn. */
  | { outcome: 'requoted'; quote: Quote; differences: QuoteDifference[] };

export interface ConfirmNeeds {
  limits: SpendingLimits;
  orders: OrderRepository;
  quoting: Quoting;
  /** Real time. */
  now(): Temporal.Instant;
  /** There is an order to be taken up. */
  wake(): void;
}

/**
 * @param by where the order is told about, and who confirms
 * @param askedBy who has put it together, where who confirms approves it
 * @param factsOf as they are now; asked for only when there is something to decide
 * @throws storage.conflict, and what gathering facts throws
 */
export async function confirm(
  { orders, quoting, limits, now, wake }: ConfirmNeeds,
  quote: Quote,
  by: { userId: string; userName: string; conversation: string },
  factsOf: (subscriptionId: string) => Promise<Facts>,
  askedBy?: Person,
): Promise<Confirmed> {
  const existing = await orders.findByQuote(quote.id);
  if (existing) return { outcome: 'ordered', order: existing.value };
  if (needsConsent(quote)) return { outcome: 'needsConsent' };

  const facts = await factsOf(quote.subscriptionId);
  const open = openOrderFor(quote.subscriptionId, facts.openOrders);
  if (open) return { outcome: 'alreadyOpen', order: open };
  const why = askedBy ? undefined : approvalNeeded(facts, quote, limits);
  const isOfRole = ({ code }: Reason): boolean => code === 'INSUFFICIENT_ROLE';
  if (diagnose(facts).some((reason) => why !== 'role' || !isOfRole(reason))) {
    return { outcome: 'blocked' };
  }
  const mayBuy = hasRight('buy', facts.account.agreement, facts.roles);
  if (!isKnown(mayBuy)) return { outcome: 'rolesUnknown' };

  const fresh = await quoting.compute(quote.tenantId, facts, quote);
  const differences = quoteDifferences(quote, fresh);
  const expired = Temporal.Instant.compare(facts.now, quote.expiresAt) >= 0;
  if (expired || differences.length > 0) {
    return { outcome: 'requoted', quote: await quoting.keep(fresh), differences };
  }
  if (why) return { outcome: 'needsApproval', why, facts };

  const { assigned } = facts.subscription;
  const { order, outcome } = await placeOrder(orders, {
    quote,
    by: { userId: by.userId, name: by.userName },
    ...(askedBy ? { askedBy } : {}),
    conversation: by.conversation,
    users: isKnown(assigned) ? assigned : 0,
    at: facts.now,
    wakeAt: now().toString(),
  });
  if (outcome === 'alreadyOpen') return { outcome, order };
  wake();
  return { outcome: 'ordered', order };
}
