/** Add-ons that an order is about beside the plan, and what the upgrade does to them (R58, R130). */
import { z } from 'zod';
import type { Catalog } from '../model/catalog.ts';
import type { Plan } from '../model/plan.ts';
import type { Subscription } from '../model/subscription.ts';
import { billingCycleSchema } from '../model/terms.ts';
import { addOnsOf } from './addOns.ts';

/**
 * `carried`: follows to the new plan and is charged as before. `included`: is removed, since the new
 * plan contains it, and its unused time is credited. `redundant`: a subscription of its own that is
 * charged on, though the new plan contains it.
 */
const fateSchema = z.enum(['carried', 'included', 'redundant']);

export const orderedAddOnSchema = z.object({
  subscriptionId: z.string(),
  skuId: z.guid(),
  quantity: z.int().nonnegative(),
  fate: fateSchema,
  /** What its running charge period costs, in minor units of the quote's currency. */
  charge: z.int().nonnegative(),
  billing: billingCycleSchema,
});
export type OrderedAddOn = z.infer<typeof orderedAddOnSchema>;

export interface AddOnInOrder {
  subscription: Subscription;
  fate: OrderedAddOn['fate'];
}

/** Left out are those that block an upgrade, and those that it changes nothing about. */
export function addOnsInOrder(request: {
  subscription: Pick<Subscription, 'id'>;
  subscriptions: readonly Subscription[];
  target: Plan;
  catalog: Catalog;
}): AddOnInOrder[] {
  const { target, ...tenant } = request;
  return addOnsOf({ ...tenant, targets: [{ plan: target }] }).flatMap((addOn) => {
    const subscription = tenant.subscriptions.find(({ id }) => id === addOn.subscriptionId);
    const now = addOn.redundant ? 'redundant' : addOn.fate;
    const fate = fateSchema.options.find((known) => known === now);
    return subscription && fate ? [{ subscription, fate }] : [];
  });
}

export function orderedAddOn({ subscription, fate }: AddOnInOrder): OrderedAddOn {
  const { id, skuId, quantity, period, billing } = subscription;
  return { subscriptionId: id, skuId, quantity, fate, charge: period.charge.amount, billing };
}
