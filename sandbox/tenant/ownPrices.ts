/** Prices that hold for one simulated tenant alone, whatever the price list says. */
import { z } from 'zod';
import type { PriceBook } from '../../commerce/model/catalog.ts';
import { billingCycleSchema, termSchema } from '../../commerce/model/terms.ts';

export const ownPriceSchema = z.object({
  skuId: z.guid(),
  term: termSchema,
  billing: billingCycleSchema,
  /** Minor units of the account's currency per licence and charge. */
  amount: z.int().nonnegative(),
  /** First ISO day of the price; it holds until the next one. Absent: since ever. */
  from: z.iso.date().optional(),
});
export type OwnPrice = z.infer<typeof ownPriceSchema>;

/** A product that has prices of its own is sold at those alone; every other one by the list. */
export function withOwnPrices(own: readonly OwnPrice[], list: PriceBook): PriceBook {
  if (own.length === 0) return list;
  return {
    price(request) {
      const { skuId, term, billing, on } = request;
      const ofProduct = own.filter((price) => price.skuId === skuId);
      if (ofProduct.length === 0) return list.price(request);
      const inForce = ofProduct
        .filter((price) => price.term === term && price.billing === billing)
        .filter(({ from = on }) => from <= on)
        .toSorted((a, b) => ((a.from ?? '') < (b.from ?? '') ? -1 : 1))
        .at(-1);
      return inForce && { amount: inForce.amount, validFrom: inForce.from ?? on, assumed: false };
    },
  };
}
