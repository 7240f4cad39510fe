/** A quote: what one upgrade would cost, frozen until it expires. The document; not how it is computed. */
import { z } from 'zod';
import { orderedAddOnSchema } from '../model/orderedAddOn.ts';
import { addressSchema, billedToSchema, timeZoneSchema } from './account.ts';
import { currencySchema } from './money.ts';
import { billingCycleSchema, termSchema } from './terms.ts';

/** All amounts are minor units of the quote's currency, before tax. */
export const quoteLineSchema = z.object({
  /**
   * `newCharge`: the new plan, for `days` of `ofDays` when it joins a running period.
   * `credit`: unused time of the old plan or of an add-on that ends with it, negative (R92, R93).
   */
  kind: z.enum(['newCharge', 'credit']),
  skuId: z.guid(),
  quantity: z.int().positive(),
  /** Price per licence for the whole charge period. */
  unitPrice: z.int().nonnegative(),
  /** Days charged or credited, and the days of the whole period; absent for a whole period. */
  days: z.int().nonnegative().optional(),
  ofDays: z.int().positive().optional(),
  amount: z.int(),
});
export type QuoteLine = z.infer<typeof quoteLineSchema>;

/** Prepaid value that would be lost (R94): shown, and agreed to, before Place order. */
export const forfeitSchema = z.object({
  amount: z.int().positive(),
  lostDays: z.int().nonnegative(),
  /** First day on which the same upgrade loses nothing. */
  noLossFrom: z.iso.date(),
});
export type Forfeit = z.infer<typeof forfeitSchema>;

export const quoteSchema = z.object({
  v: z.literal(1),
  id: z.string(),
  tenantId: z.string(),
  subscriptionId: z.string(),
  sourceSkuId: z.guid(),
  targetSkuId: z.guid(),
  quantity: z.int().positive(),
  term: termSchema,
  billing: billingCycleSchema,
  currency: currencySchema,
  lines: z.array(quoteLineSchema).min(1),
  addOns: z.array(orderedAddOnSchema).default([]),
  /** What is charged at once; never negative. */
  dueToday: z.int().nonnegative(),
  /** What is left of the credit and lowers the next invoice (R92). */
  creditToInvoice: z.int().nonnegative(),
  forfeit: forfeitSchema.optional(),
  /** Who agreed to lose that, and when; without it the quote can't be placed. */
  forfeitAccepted: z.object({ by: z.string(), at: z.iso.datetime() }).optional(),
  /** Full charge of one billing cycle of the new plan after today, without add-ons. */
  perPeriod: z.int().nonnegative(),
  /** Date of the price list that was used; prices are today's, not the old contract's (R100). */
  pricesOf: z.iso.date(),
  /** True when no published price exists in this currency and the price book marks an assumption. */
  assumedPrice: z.boolean(),
  soldTo: addressSchema,
  billedTo: billedToSchema,
  /** Absent where the account's ways to pay are unknown: paid as this customer pays now. */
  paymentMethodId: z.string().optional(),
  /** Paying by invoice goes through a credit check (R59, R65). */
  creditCheck: z.boolean(),
  /** Whose days these are: the account's, so that nobody has to be asked for it to show them. */
  timeZone: timeZoneSchema.optional(),
  /** ISO instants. Placing after `expiresAt` is refused. */
  createdAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
});
export type Quote = z.infer<typeof quoteSchema>;
