import { money, prorate } from '../../../model/money.ts';
import type { ChargePeriod } from '../../../model/subscription.ts';
import { isKnown } from '../../../model/unknown.ts';
import { adminCenter } from '../../adminCenter.ts';
import type { Facts } from '../../facts.ts';
import { isRefusedFor } from '../../refusals.ts';
import type { Rule } from '../../rule.ts';
import { startOf, todayOf } from '../../times.ts';

/**
 * Paid in advance, and the channel has no automatic path for it: by hand nothing is credited before
 * the term ends (R31). Where the path is offered, the checkout credits what is unused (R93).
 */
export const prepaid: Rule = (facts) => {
  const { subscription, refusals } = facts;
  if (subscription.prepaid !== true) return undefined;
  if (!isRefusedFor('PREPAID', refusals) && !isNothingOffered(facts)) return undefined;
  const { renewsOn, period } = subscription;
  if (!isKnown(renewsOn) || !isKnown(period)) return undefined;
  return {
    code: 'PREPAID',
    group: 'manual',
    values: { until: renewsOn, unused: money(unusedValue(period, facts), period.charge.currency) },
    link: adminCenter.purchase,
    recheckAt: startOf(renewsOn, facts),
  };
};

/** The channel refuses nothing, and yet has nothing. */
function isNothingOffered({ targets, refusals }: Facts): boolean {
  return refusals.length === 0 && targets.targets.length + targets.excluded.length === 0;
}

/** What the days that are left have cost, today among them; minor units (R95). */
function unusedValue({ start, end, charge }: ChargePeriod, facts: Facts): number {
  const days = Temporal.PlainDate.from(start).until(end).days;
  const left = Temporal.PlainDate.from(todayOf(facts)).until(end).days;
  if (days <= 0) return 0;
  return prorate(charge.amount, Math.min(Math.max(left, 0), days), days);
}
