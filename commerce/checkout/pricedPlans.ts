/** The plans that an upgrade may go to, priced and in the order in which people see them. */
import { memoizeByObject } from '../base/memoize.ts';
import type { Comparison, Target } from '../catalog/targets.ts';
import type { Facts } from '../diagnosis/facts.ts';
import { todayOf } from '../diagnosis/times.ts';
import { type Money, money, prorate } from '../model/money.ts';
import type { Plan } from '../model/plan.ts';
import type { Quote } from '../model/quote.ts';
import type { BillingCycle, PurchaseTerms } from '../model/terms.ts';
import { isKnown } from '../model/unknown.ts';
import { minimumQuantity } from '../quote/minimumQuantity.ts';

const monthsOf: Record<BillingCycle, number> = { monthly: 1, annual: 12, triennial: 36 };

export interface PricedTerms extends PurchaseTerms {
  /** Minor units per licence, for one charge period and for a month of it. */
  amount: number;
  perMonth: number;
  assumed: boolean;
}

export interface PricedPlan {
  plan: Plan;
  comparison: Comparison;
  /** Price per licence and month, and the terms it is for: those of today where they are sold. */
  perLicence: Money;
  terms: PurchaseTerms;
  /** The same for all licences. */
  total: Money;
  assumedPrice: boolean;
}

/** Every way to buy a target that has a price today, cheapest month first. */
export function pricedTerms(facts: Facts, target: Target): PricedTerms[] {
  const today = todayOf(facts);
  const { currency } = facts.account;
  const { skuId } = target.plan;
  const priced: PricedTerms[] = [];
  for (const { term, billing } of target.offer.purchaseTerms) {
    const price = facts.priceBook.price({ skuId, currency, term, billing, on: today });
    if (!price) continue;
    const { amount, assumed } = price;
    const perMonth = prorate(amount, 1, monthsOf[billing]);
    priced.push({ term, billing, amount, perMonth, assumed });
  }
  return priced.sort((a, b) => a.perMonth - b.perMonth);
}

/** What the subscription costs now, per licence and month, where that is known. */
export function presentPrice({ subscription }: Pick<Facts, 'subscription'>): Money | undefined {
  const { period, quantity, billing } = subscription;
  if (quantity === 0 || !isKnown(period) || !isKnown(billing)) return undefined;
  const { amount, currency } = period.charge;
  return money(prorate(amount, 1, quantity * monthsOf[billing]), currency);
}

/**
 * What the plan of a quote costs more a month than what is owned costs now, all licences of both; negative
 * when less. Undefined where the present price isn't known.
 */
export function monthlyDifference(
  facts: Pick<Facts, 'subscription'>,
  { perPeriod, billing, currency }: Pick<Quote, 'perPeriod' | 'billing' | 'currency'>,
): Money | undefined {
  const today = presentPrice(facts);
  if (today?.currency !== currency) return undefined;
  const then = prorate(perPeriod, 1, monthsOf[billing]);
  return money(then - today.amount * facts.subscription.quantity, currency);
}

/**
 * Those that lose nothing of today's features before those that do; in both, cheapest first. Each is at its
 * price when it is bought as the subscription is now; where it isn't sold that way, as it is cheapest. One without a price is left out: it could not be ordered.
 */
export const pricedPlans = memoizeByObject((facts: Facts): readonly PricedPlan[] => {
  const { subscription, account } = facts;
  const quantity = minimumQuantity(subscription);
  return facts.targets.targets
    .flatMap((target) => {
      const priced = pricedTerms(facts, target);
      const asNow = priced.find(
        (one) => one.term === subscription.term && one.billing === subscription.billing,
      );
      const shown = asNow ?? priced[0];
      if (!shown) return [];
      const { term, billing, perMonth, assumed } = shown;
      return [
        {
          plan: target.plan,
          comparison: target.comparison,
          perLicence: money(perMonth, account.currency),
          terms: { term, billing },
          total: money(perMonth * quantity, account.currency),
          assumedPrice: assumed,
        },
      ];
    })
    .sort((a, b) => Number(losesSomething(a)) - Number(losesSomething(b)) || byPrice(a, b));
});

const losesSomething = ({ comparison }: PricedPlan): boolean => comparison.featuresLost.length > 0;

/** For sorting: cheapest first. */
export function byPrice(a: PricedPlan, b: PricedPlan): number {
  return a.perLicence.amount - b.perLicence.amount;
}

/** The cheapest that loses nothing of today; undefined where each loses something. */
export function recommendedPlan(plans: readonly PricedPlan[]): PricedPlan | undefined {
  return plans.find((plan) => !losesSomething(plan));
}
