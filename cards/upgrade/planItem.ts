/** A plan on offer, with its price and what it changes. */

import type { Comparison } from '../../commerce/catalog/targets.ts';
import type { Money } from '../../commerce/model/money.ts';
import type { Plan } from '../../commerce/model/plan.ts';
import type { PurchaseTerms } from '../../commerce/model/terms.ts';

export interface PlanItem {
  plan: Plan;
  comparison: Comparison;
  /** Price per licence and month, and the terms it is for: those of today where they are sold. */
  perLicence: Money;
  terms: PurchaseTerms;
  /** The same for all licences. */
  total: Money;
  assumedPrice: boolean;
}
