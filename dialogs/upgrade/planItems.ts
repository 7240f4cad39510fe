import { memoizeByObject } from '../../commerce/base/memoize.ts';
import { byPrice, type PricedPlan, pricedPlans } from '../../commerce/checkout/pricedPlans.ts';
import type { Facts } from '../../commerce/diagnosis/facts.ts';
import type { Named } from '../../understanding/reading/named.ts';

interface PlanItem extends PricedPlan {
  choice: string;
}

/** The plans that can be chosen, as cards list them; made once for the facts of a turn. */
export const planItems = memoizeByObject((facts: Facts): readonly PlanItem[] =>
  pricedPlans(facts).map((priced) => ({ ...priced, choice: priced.plan.skuId })),
);

/** The same, cheapest first, whatever they lose. */
export const cheapestFirst = memoizeByObject((facts: Facts): readonly PlanItem[] =>
  planItems(facts).toSorted(byPrice),
);

/** For those who look for it in a text. */
export function nameOf({ choice, plan }: PlanItem): Named {
  return { choice, name: plan.name };
}
