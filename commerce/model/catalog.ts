/** The catalogue and the price book: what plans exist, and what they cost on a given day. */
import type { Currency } from './money.ts';
import type { Plan } from './plan.ts';
import type { BillingCycle, Term } from './terms.ts';

export interface Catalog {
  /** Day of the product table that the data was taken from. */
  readonly asOf: string;
  readonly plans: readonly Plan[];
  /** Case-insensitive. @throws plan.unknown */
  plan(skuId: string): Plan;
  find(skuId: string): Plan | undefined;
}

export interface PriceRequest {
  skuId: string;
  currency: Currency;
  term: Term;
  billing: BillingCycle;
  /** ISO day: the price list that is in force on it is used (R100). */
  on: string;
}

export interface Price {
  /** Minor units per licence for one charge period of the billing cycle. */
  amount: number;
  /** First day of the price list used. */
  validFrom: string;
  /** No published price in this currency: derived, and marked so in the data. */
  assumed: boolean;
}

export interface PriceBook {
  /** @returns undefined when the plan has no price on that day. */
  price(request: PriceRequest): Price | undefined;
}
