/** What an order that the admin places in Microsoft's admin center is recognised by, and what was seen of it. */
import { z } from 'zod';

/** By when an admin wants to have bought. */
export const purchaseTimeSchema = z.enum(['hour', 'day', 'week']);
export type PurchaseTime = z.infer<typeof purchaseTimeSchema>;

/** What the tenant had when its admin was told what to enter. SKU ids are in lower case. */
export const ownedBeforeSchema = z.object({
  /** Licences bought of each product. */
  licences: z.record(z.string(), z.int().nonnegative()),
  /** Ids of the subscriptions. */
  subscriptions: z.array(z.string()),
  /** Users with a licence of the old plan, and of the new one; absent where that was unknown. */
  users: z.object({ old: z.int().nonnegative(), new: z.int().nonnegative() }).optional(),
});
export type OwnedBefore = z.infer<typeof ownedBeforeSchema>;

/** Licences of a product. */
const licencesOfSchema = z.object({ skuId: z.guid(), licences: z.int().positive() });
export type LicencesOf = z.infer<typeof licencesOfSchema>;

export const adminPurchaseSchema = z.object({
  /** Tenant's time, as are all instants here: until then it is waited for. */
  until: z.iso.datetime(),
  before: ownedBeforeSchema,
  /** Minor units of the order's currency, for a licence and one charge period, as it was shown. */
  listPrice: z.int().nonnegative(),
  /** When somebody said that it is placed. */
  saidAt: z.iso.datetime().optional(),
  /** When people were asked whether they have bought. */
  askedAt: z.iso.datetime().optional(),
  /** Licences of the new plan that have come. */
  bought: z.int().positive().optional(),
  /** Those of another plan, while none of the new one have come. */
  instead: licencesOfSchema.optional(),
  /** The users are through, and the old plan has not ended: somebody has to end it. */
  oldPlanGoesOn: z.literal(true).optional(),
});
export type AdminPurchase = z.infer<typeof adminPurchaseSchema>;
