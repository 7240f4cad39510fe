/** Figures that Microsoft or this house may change: one place, each with the rule it rests on. */
import type { Plan } from './plan.ts';
import type { BillingCycle, Term } from './terms.ts';

/** Seats that a tenant may have over all plans of the family together, not per plan (R45). */
export const familySeatCaps: Partial<Record<Plan['family'], number>> = { business: 300 };

/** How long a quote may be placed, in minutes of the tenant's time. */
export const quoteLifetimeMinutes = 30;

interface ChargeFactor {
  /** Months that one charge covers. */
  months: number;
  /** Percent of the list price (one-year term, paid yearly). */
  percent: number;
}

/**
 * What one charge costs, measured by the list price (R55: a monthly term is 20 % dearer, a longer
 * term billed monthly 5 %). A combination that is absent isn't sold (R53).
 */
export const chargeFactors: Record<Term, Partial<Record<BillingCycle, ChargeFactor>>> = {
  P1M: { monthly: { months: 1, percent: 120 } },
  P1Y: { annual: { months: 12, percent: 100 }, monthly: { months: 1, percent: 105 } },
  P3Y: {
    triennial: { months: 36, percent: 100 },
    annual: { months: 12, percent: 100 },
    monthly: { months: 1, percent: 105 },
  },
};
