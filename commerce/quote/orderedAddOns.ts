/** Add-ons that an order is about beside the plan, and what the upgrade does to them (R58, R130). */
import type { Catalog } from '../model/catalog.ts';
import { addOnFateInOrderSchema, type OrderedAddOn } from '../model/orderedAddOn.ts';
import type { Plan } from '../model/plan.ts';
import type { ContractedSubscription, SoldSubscription } from '../model/subscription.ts';
import { addOnsOf } from './addOns.ts';

export interface AddOnInOrder<Sold extends SoldSubscription = ContractedSubscription> {
  subscription: Sold;
  fate: OrderedAddOn['fate'];
}

/** Left out are those that block an upgrade, and those that it changes nothing about. */
export function addOnsInOrder<Sold extends SoldSubscription>(request: {
  subscription: Pick<SoldSubscription, 'id'>;
  subscriptions: readonly Sold[];
  target: Plan;
  catalog: Catalog;
}): AddOnInOrder<Sold>[] {
  const { target, ...tenant } = request;
  return addOnsOf({ ...tenant, targets: [{ plan: target }] }).flatMap((addOn) => {
    const subscription = tenant.subscriptions.find(({ id }) => id === addOn.subscriptionId);
    const now = addOn.redundant ? 'redundant' : addOn.fate;
    const fate = addOnFateInOrderSchema.options.find((known) => known === now);
    return subscription && fate ? [{ subscription, fate }] : [];
  });
}

export function orderedAddOn({ subscription, fate }: AddOnInOrder): OrderedAddOn {
  const { id, skuId, quantity, period, billing } = subscription;
  return { subscriptionId: id, skuId, quantity, fate, charge: period.charge.amount, billing };
}
