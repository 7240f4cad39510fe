import { isOver } from '../../../model/isOver.ts';
import { onlineCancelSeats, refundWindowDays } from '../../../model/policyValues.ts';
import type { Subscription } from '../../../model/subscription.ts';
import { adminCenter } from '../../adminCenter.ts';
import type { Facts } from '../../facts.ts';
import { isRefusedFor } from '../../refusals.ts';
import type { Rule } from '../../rule.ts';
import { todayOf } from '../../times.ts';

/**
 * The same product twice: all users have to be in one of them (R29). Merging them goes by capacity
 * check, move, cancel (R110, R115); taken-over self-service purchases count as well (R131).
 */
export const duplicateProduct: Rule = (facts) => {
  const { subscription, subscriptions, plan } = facts;
  const other = subscriptions.find(
    (owned) => owned.id !== subscription.id && owned.skuId === subscription.skuId && !isOver(owned),
  );
  if (plan?.kind === 'addon') return undefined;
  if (!other) return unnamed(facts);
  const [kept, left] = [subscription, other].sort((a, b) => b.quantity - a.quantity) as [
    Subscription,
    Subscription,
  ];
  const users = kept.assigned + left.assigned;
  const missing = Math.max(0, users - kept.quantity);
  return {
    code: 'DUPLICATE_PRODUCT',
    group: 'fixNow',
    values: {
      kept: kept.quantity,
      keptUsers: kept.assigned,
      left: left.quantity,
      leftUsers: left.assigned,
      users,
      missing,
      limit: onlineCancelSeats,
      days: refundWindowDays,
    },
    steps: [
      missing > 0 ? 'buy' : 'enough',
      ...(other.soldBy === 'selfService' ? ['takeOver'] : []),
      ...(left.assigned > 0 ? ['move'] : []),
      cancelStep(left, facts),
      'again',
    ],
    link: adminCenter.licenses,
  };
};

/** The channel sees a conflict that our list doesn't show. */
function unnamed({ refusals }: Facts): ReturnType<Rule> {
  if (!isRefusedFor('DUPLICATE_PRODUCT', refusals)) return undefined;
  return {
    code: 'DUPLICATE_PRODUCT',
    group: 'fixNow',
    values: { context: 'unnamed' },
    steps: ['compare', 'again'],
    link: adminCenter.licenses,
  };
}

/** How the empty one is given up: what is refunded, and where, depends on the agreement (R115). */
function cancelStep({ quantity, period }: Subscription, facts: Facts): string {
  if (facts.account.agreement === 'MOSA') {
    return quantity <= onlineCancelSeats ? 'cancelOnline' : 'cancelBySupport';
  }
  const age = Temporal.PlainDate.from(period.start).until(todayOf(facts)).days;
  return age < refundWindowDays ? 'cancelInWindow' : 'stopRenewal';
}
