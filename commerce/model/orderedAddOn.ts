/** An add-on that an order is about beside the plan (R58, R130). */
import { z } from 'zod';
import { billingCycleSchema } from './terms.ts';

/**
 * `carried`: follows to the new plan and is charged as before. `included`: is removed, since the new
 * plan contains it, and its unused time is credited. `redundant`: a subscription of its own that is
 * charged on, though the new plan contains it.
 */
export const addOnFateInOrderSchema = z.enum(['carried', 'included', 'redundant']);

export const orderedAddOnSchema = z.object({
  subscriptionId: z.string(),
  skuId: z.guid(),
  quantity: z.int().nonnegative(),
  fate: addOnFateInOrderSchema,
  /** What its running charge period costs, in minor units of the quote's currency. */
  charge: z.int().nonnegative(),
  billing: billingCycleSchema,
});
export type OrderedAddOn = z.infer<typeof orderedAddOnSchema>;
