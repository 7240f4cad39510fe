/** Quantity, term and billing: what may be bought, and what is wrong with a wish. */
import { UpgraderaError } from '../base/errors.ts';
import { seatsElsewhere } from '../catalog/seatsElsewhere.ts';
import type { Facts } from '../diagnosis/facts.ts';
import type { Catalog } from '../model/catalog.ts';
import { type Money, money } from '../model/money.ts';
import type { PurchaseTerms } from '../model/terms.ts';
import { minimumQuantity } from '../quote/minimumQuantity.ts';
import { pricedTerms } from './pricedPlans.ts';

/** How many licences, and how they are bought. */
export interface Selection extends PurchaseTerms {
  quantity: number;
}

export interface PurchaseBounds {
  /** Licences. Without a maximum, the plan may hold any number. */
  minimum: number;
  maximum?: number;
  /** Every way to buy the plan, cheapest month first, with the price of a licence and charge period. */
  options: (PurchaseTerms & { price: Money; assumed: boolean })[];
}

/** What is wrong with a wish, and the number of licences that would be right. */
export type PurchaseProblem =
  | { is: 'tooFew'; minimum: number }
  | { is: 'tooMany'; maximum: number }
  | { is: 'notSold' };

/** @throws plan.unknown when the target is no longer one */
export function purchaseBounds(
  catalog: Pick<Catalog, 'find'>,
  facts: Facts,
  targetSkuId: string | undefined,
): PurchaseBounds {
  const target = facts.targets.targets.find(({ plan }) => plan.skuId === targetSkuId);
  if (!target) throw new UpgraderaError('plan.unknown', targetSkuId);
  const { subscription, subscriptions, account } = facts;
  const { seatCap } = target.plan;
  const taken = seatsElsewhere(subscriptions, subscription.id, catalog, target.plan);
  return {
    minimum: minimumQuantity(subscription),
    ...(seatCap === undefined ? {} : { maximum: seatCap - taken }),
    options: pricedTerms(facts, target).map(({ term, billing, amount, assumed }) => ({
      term,
      billing,
      price: money(amount, account.currency),
      assumed,
    })),
  };
}

/**
 * What is proposed before anybody wishes anything: all present licences, bought as until now.
 * @throws price.unknown
 */
export function usualPurchase(
  { minimum, options }: PurchaseBounds,
  { subscription }: Pick<Facts, 'subscription'>,
): Selection {
  const same = options.find(
    ({ term, billing }) => term === subscription.term && billing === subscription.billing,
  );
  const option = same ?? options[0];
  if (!option) throw new UpgraderaError('price.unknown', subscription.id);
  return { quantity: minimum, term: option.term, billing: option.billing };
}

/** The first thing wrong with a wish (R51–R53). */
export function problemWith(
  { minimum, maximum, options }: PurchaseBounds,
  { quantity, term, billing }: Selection,
): PurchaseProblem | undefined {
  if (quantity < minimum) return { is: 'tooFew', minimum };
  if (maximum !== undefined && quantity > maximum) return { is: 'tooMany', maximum };
  const sold = options.some((option) => option.term === term && option.billing === billing);
  return sold ? undefined : { is: 'notSold' };
}
