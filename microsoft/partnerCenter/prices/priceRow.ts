/** Prices of a partner, as they are stored. */
import { z } from 'zod';
import { segmentSchema } from '../../../commerce/model/account.ts';
import { currencySchema } from '../../../commerce/model/money.ts';
import { billingCycleSchema, termSchema } from '../../../commerce/model/terms.ts';

export const priceRowSchema = z.object({
  /** `product:sku`, in capitals. */
  soldSku: z.string(),
  segment: segmentSchema,
  term: termSchema,
  billing: billingCycleSchema,
  currency: currencySchema,
  /** Minor units for a licence and the whole term, before tax: what the partner pays. */
  cost: z.int().nonnegative(),
  /** Likewise: what Microsoft recommends that a customer pays. */
  retail: z.int().nonnegative(),
  /** First and last ISO day. */
  from: z.iso.date(),
  until: z.iso.date(),
});
export type PriceRow = z.infer<typeof priceRowSchema>;

export const priceSheetSchema = z.object({
  v: z.literal(1),
  market: z.string(),
  rows: z.array(priceRowSchema),
});
