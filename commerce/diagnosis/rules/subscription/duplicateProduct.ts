import { onlineCancelSeats, refundWindowDays } from '../../../model/policyValues.ts';
import { isOver, type Subscription } from '../../../model/subscription.ts';
import { isKnown } from '../../../model/unknown.ts';
import { adminCenter } from '../../adminCenter.ts';
import type { Facts } from '../../facts.ts';
import type { Reason } from '../../reason.ts';
import { isRefusedFor } from '../../refusals.ts';
import type { Rule } from '../../rule.ts';
import { todayOf } from '../../times.ts';

/**
 * The same product twice (R29): one of the two has to go. Licences are assigned per product, so nobody
 * is moved between them; what stays must hold everybody (R110, R115). Taken-over self-service
 * purchases count as well (R131).
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
  return {
    code: 'DUPLICATE_PRODUCT',
    group: 'fixNow',
    values: {
      kept: kept.quantity,
      left: left.quantity,
      ...roomFor(subscription.assigned, kept.quantity),
      limit: onlineCancelSeats,
      days: refundWindowDays,
    },
    steps: [
      roomStep(subscription.assigned, kept.quantity),
      ...(other.soldBy === 'selfService' ? ['takeOver'] : []),
      cancelStep(left, facts),
      'again',
    ],
    link: adminCenter.licenses,
  };
};

function roomFor(users: Subscription['assigned'], licences: number): Reason['values'] {
  if (!isKnown(users)) return { context: 'usersUnknown' };
  return { users, missing: Math.max(0, users - licences) };
}

function roomStep(users: Subscription['assigned'], licences: number): string {
  if (!isKnown(users)) return 'room';
  return users > licences ? 'buy' : 'enough';
}

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

/** How the smaller one is given up: what is refunded, and where, depends on the agreement (R115). */
function cancelStep({ quantity, period }: Subscription, facts: Facts): string {
  if (facts.account.agreement === 'MOSA') {
    return quantity <= onlineCancelSeats ? 'cancelOnline' : 'cancelBySupport';
  }
  if (!isKnown(period)) return 'stopRenewal';
  const age = Temporal.PlainDate.from(period.start).until(todayOf(facts)).days;
  return age < refundWindowDays ? 'cancelInWindow' : 'stopRenewal';
}
