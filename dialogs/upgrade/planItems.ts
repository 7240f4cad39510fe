import { memoizeByObject } from '../../commerce/base/memoize.ts';
import { type PricedPlan, pricedPlans } from '../../commerce/checkout/pricedPlans.ts';
import type { Facts } from '../../commerce/diagnosis/facts.ts';

/** The plans that can be chosen, as cards list them; made once for the facts of a turn. */
export const planItems = memoizeByObject(
  (facts: Facts): readonly (PricedPlan & { choice: string })[] =>
    pricedPlans(facts).map((priced) => ({ ...priced, choice: priced.plan.skuId })),
);
