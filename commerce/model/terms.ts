/** Commitment term and billing cycle: the words in which Microsoft sells a subscription (R53, R55). */
import { z } from 'zod';

/** ISO 8601 duration of the commitment. */
export const termSchema = z.enum(['P1M', 'P1Y', 'P3Y']);
export type Term = z.infer<typeof termSchema>;

/** How often the subscription is charged. `triennial` is a three-year term paid at once. */
export const billingCycleSchema = z.enum(['monthly', 'annual', 'triennial']);
export type BillingCycle = z.infer<typeof billingCycleSchema>;

/** A term and a billing cycle that are sold together. */
export const purchaseTermsSchema = z.object({ term: termSchema, billing: billingCycleSchema });
export type PurchaseTerms = z.infer<typeof purchaseTermsSchema>;
