/** Upgrading from a plan whose whole term was paid in advance (R93–R96, R98). */
import { prorate } from '../../model/money.ts';
import type { Forfeit } from '../../model/quote.ts';
import type { ContractedSubscription } from '../../model/subscription.ts';
import { daysBetween, daysOf, unusedDays } from './period.ts';
import { creditLine, fullCharge, type Purchase, type Settlement } from './settlement.ts';

/**
 * What the upgrade would waste. On `noLossFrom` the remaining value, rounded as the credit is, has
 * shrunk to what the new plan costs; `lostDays` are the days until then, a begun day counted whole.
 * Both hold for today's price.
 */
function forfeitOf(
  { period }: ContractedSubscription,
  amount: number,
  firstCharge: number,
  today: string,
): Forfeit {
  // A day's value counts as fitting up to, not with, the half unit that would be rounded up (R95).
  const roundedUp = (2 * firstCharge + 1) * daysOf(period);
  const daysThatFit = Math.ceil(roundedUp / (2 * period.charge.amount)) - 1;
  const noLossFrom = Temporal.PlainDate.from(period.end).subtract({ days: daysThatFit }).toString();
  return { amount, lostDays: daysBetween(today, noLossFrom), noLossFrom };
}

/**
 * The unused time pays for the new plan's first charge, which R96 takes as the "total cost of the
 * new subscription"; value beyond it is lost, never credited to a later invoice.
 */
export function settlePrepaid(
  subscription: ContractedSubscription,
  purchase: Purchase,
  today: string,
): Settlement {
  const { period } = subscription;
  const days = unusedDays(period, today);
  const ofDays = daysOf(period);
  const charge = fullCharge(purchase);
  const value = prorate(period.charge.amount, days, ofDays);
  const credit = Math.min(value, charge.amount);
  const wasted = value - credit;
  return {
    lines: [charge, ...creditLine(subscription, credit, days, ofDays)],
    dueToday: charge.amount - credit,
    creditToInvoice: 0,
    ...(wasted > 0 ? { forfeit: forfeitOf(subscription, wasted, charge.amount, today) } : {}),
  };
}
