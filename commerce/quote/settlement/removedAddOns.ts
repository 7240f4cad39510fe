/** What add-ons bring back that end with the old plan, since the new one contains them (R58, R92). */
import { prorate } from '../../model/money.ts';
import type { ContractedSubscription } from '../../model/subscription.ts';
import { daysOf, unusedDays } from './period.ts';
import { creditLine, type Settlement } from './settlement.ts';

/**
 * Credits the unused days of each. Prepaid time of the plan may be lost (R94), that of an add-on is
 * not: what today's charge doesn't use up lowers the next invoice.
 */
export function withCreditFor(
  removed: readonly ContractedSubscription[],
  settlement: Settlement,
  today: string,
): Settlement {
  const credits = removed.flatMap((addOn) => {
    const { period } = addOn;
    const [days, ofDays] = [unusedDays(period, today), daysOf(period)];
    return creditLine(addOn, prorate(period.charge.amount, days, ofDays), days, ofDays);
  });
  const credited = credits.reduce((sum, { amount }) => sum + amount, 0);
  const net = settlement.dueToday - settlement.creditToInvoice + credited;
  return {
    ...settlement,
    lines: [...settlement.lines, ...credits],
    dueToday: Math.max(net, 0),
    creditToInvoice: Math.max(-net, 0),
  };
}
