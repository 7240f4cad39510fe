/** Upgrading from a plan that is charged period by period (R92, R97). */
import { prorate } from '../../model/money.ts';
import type { QuoteLine } from '../../model/quote.ts';
import type { ContractedSubscription } from '../../model/subscription.ts';
import type { BillingCycle } from '../../model/terms.ts';
import { daysOf, unusedDays } from './period.ts';
import { creditLine, fullCharge, type Purchase, type Settlement } from './settlement.ts';

/**
 * Credits the unused days of the running period. A new plan that is billed monthly joins a running
 * month, so that the billing day stays; otherwise its first full period is charged. Each line is
 * rounded once, never the price of a day (R97).
 */
export function settlePostpaid(
  subscription: ContractedSubscription,
  purchase: Purchase,
  billing: BillingCycle,
  today: string,
): Settlement {
  const { period } = subscription;
  const days = unusedDays(period, today);
  const ofDays = daysOf(period);
  const joins = billing === 'monthly' && subscription.billing === 'monthly' && days > 0;
  const whole = fullCharge(purchase);
  const charge: QuoteLine = joins
    ? { ...whole, days, ofDays, amount: prorate(whole.amount, days, ofDays) }
    : whole;
  const credit = prorate(period.charge.amount, days, ofDays);
  const net = charge.amount - credit;
  return {
    lines: [charge, ...creditLine(subscription, credit, days, ofDays)],
    dueToday: Math.max(net, 0),
    creditToInvoice: Math.max(-net, 0),
  };
}
