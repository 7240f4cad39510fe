/** What a look at the tenant makes of an order that its admin places in the admin center. */

import type { Order } from '../../model/order.ts';
import { purchaseAnswerHours } from '../../model/policyValues.ts';
import type { AdminPurchase } from '../../model/purchase/adminPurchase.ts';
import type { AwaitedPurchase, PurchaseStatus, UserFailure } from '../../ports/seller.ts';
import { advance, noted, progressed } from '../advance.ts';
import { noteDelays } from '../delays.ts';
import { transitions } from '../transitions.ts';

/**
 * Licences that another order has taken for its own count as if they had been there before: one purchase is
 * never two.
 * @param all orders of the tenant
 */
export function awaitedIn(
  order: Order,
  { before }: AdminPurchase,
  all: readonly Order[],
): AwaitedPurchase {
  const { subscriptionId, sourceSkuId, targetSkuId, changedAt: unchangedSince } = order;
  const skuId = targetSkuId.toLowerCase();
  const taken = all.filter((other) => other.id !== order.id).map((other) => takenBy(other, order));
  const claimed = taken.reduce((sum, licences) => sum + licences, 0);
  const licences = { ...before.licences, [skuId]: (before.licences[skuId] ?? 0) + claimed };
  const known = { ...before, licences };
  return { subscriptionId, sourceSkuId, targetSkuId, before: known, unchangedSince };
}

/** What came before an order was begun is in what it remembers already. */
function takenBy({ purchase, targetSkuId, audit }: Order, order: Order): number {
  const seen = audit.find(({ from, to }) => from === 'awaitingPurchase' && to !== from)?.at;
  const isSame = targetSkuId.toLowerCase() === order.targetSkuId.toLowerCase();
  const isSince = seen !== undefined && Temporal.Instant.compare(seen, order.placedAt) >= 0;
  return isSame && isSince ? (purchase?.bought ?? 0) : 0;
}

/**
 * The order after a look. What is read may be older than what was read before: nothing goes back.
 * @param now tenant's time
 */
export function withSeen(order: Order, status: PurchaseStatus, now: Temporal.Instant): Order {
  const { phase, users, leftBehind, newSubscriptionId, bought, instead, oldPlanGoesOn } = status;
  const { purchase } = order;
  if (!purchase) return order;
  const isBack = phase !== order.state && !transitions[order.state].includes(phase);
  if (isBack) return noteDelays(order, now);
  const { instead: _, ...known } = purchase;
  const progress = {
    users: usersSeen(order, users, leftBehind),
    ...(newSubscriptionId ? { newSubscriptionId } : {}),
    purchase: {
      ...known,
      ...(bought ? { bought } : {}),
      ...(instead ? { instead } : {}),
      ...(oldPlanGoesOn ? { oldPlanGoesOn } : {}),
    },
  };
  const at = now.toString();
  if (phase === order.state) {
    return withDeadline(noteDelays(progressed(order, at, progress), now), now);
  }
  const step = { to: phase, at, by: 'system', event: `purchase.${phase}` } as const;
  return noteDelays(advance(order, step, progress), now);
}

/** A count that was read is not taken back by an older one. */
function usersSeen(
  { users: known }: Order,
  users: PurchaseStatus['users'],
  failures: UserFailure[] = known.failures,
): Order['users'] {
  if (!users) return { total: known.total, failures };
  return { moved: Math.max(known.moved ?? 0, users.moved), total: users.total, failures };
}

/** Not bought in time: asked once, then let go. @param now tenant's time */
export function withDeadline(order: Order, now: Temporal.Instant): Order {
  const { purchase, state } = order;
  if (!purchase || state !== 'awaitingPurchase') return order;
  if (Temporal.Instant.compare(now, purchase.until) < 0) return order;
  const at = now.toString();
  if (purchase.askedAt !== undefined) {
    return advance(order, { to: 'lapsed', at, by: 'system', event: 'purchase.lapsed' });
  }
  const until = now.add({ hours: purchaseAnswerHours }).toString();
  const question = { event: 'purchase.asked', at, by: 'system', notice: 'purchaseAsked' } as const;
  return { ...noted(order, question), purchase: { ...purchase, askedAt: at, until } };
}

/** Seconds until that has to be decided; undefined when nothing is waited for. */
export function secondsToDeadline(order: Order, now: Temporal.Instant): number | undefined {
  if (order.state !== 'awaitingPurchase' || !order.purchase) return undefined;
  return Math.max(1, now.until(order.purchase.until).total('seconds'));
}
