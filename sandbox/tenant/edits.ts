/** What people have done to a simulated tenant's subscriptions beside an upgrade, as in an admin center. */
import { z } from 'zod';
import { type Owned, ownedSchema } from './owned.ts';

export const editsSchema = z.object({
  bought: z.array(ownedSchema),
  /** By the ids of subscriptions: licences that are left, none where it was cancelled. */
  left: z.record(z.string(), z.int().nonnegative()),
  /** Groups that give another product since the instant `at` of the tenant's time, oldest first. */
  groups: z
    .array(z.object({ id: z.string(), skuId: z.string(), at: z.iso.datetime() }))
    .default([]),
});
export type Edits = z.infer<typeof editsSchema>;

export const noEdits: Edits = { bought: [], left: {}, groups: [] };

/** Of these, as they were left. */
export function edited(products: readonly Owned[], edits: Edits | undefined): Owned[] {
  return products.map((product) => {
    const left = edits?.left[product.id];
    if (left === undefined) return product;
    if (left > 0) return { ...product, quantity: left };
    return { ...product, status: 'canceled', autoRenew: false };
  });
}

/** A plan as it is bought today, by the month for a year. */
export function boughtToday(
  id: string,
  { skuId, quantity }: Pick<Owned, 'skuId' | 'quantity'>,
  today: string,
): Owned {
  return {
    id,
    skuId,
    quantity,
    status: 'active',
    assigned: 0,
    term: 'P1Y',
    billing: 'monthly',
    autoRenew: true,
    termStart: today,
    chargedFrom: today,
    refusals: [],
  };
}
