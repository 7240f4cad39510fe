/** What becomes of a tenant's add-ons when a subscription is upgraded (R35, R58, R129, R130). */

import type { Target } from '../catalog/targets.ts';
import type { Catalog } from '../model/catalog.ts';
import type { Plan } from '../model/plan.ts';
import { isOver, type SoldSubscription } from '../model/subscription.ts';

/**
 * `support`: blocks, and only support can remove it. `remove`: blocks until the admin removes it.
 * `included`: every new plan contains it, so that it is removed. `carried`: follows the upgrade.
 * `separate`: a subscription of its own that stays as it is.
 */
export type AddOnFate = 'support' | 'remove' | 'included' | 'carried' | 'separate';

export interface AddOn {
  name: string;
  subscriptionId: string;
  fate: AddOnFate;
  /** For a `separate` one: whether some new plan contains all of it, so that it would be paid twice. */
  redundant: boolean;
}

interface AddOnRequest {
  subscription: Pick<SoldSubscription, 'id'>;
  subscriptions: readonly SoldSubscription[];
  targets: readonly Pick<Target, 'plan'>[];
  catalog: Catalog;
}

/** Add-ons of other subscriptions are left out, as are those that are over. */
export function addOnsOf({ subscription, subscriptions, targets, catalog }: AddOnRequest): AddOn[] {
  return subscriptions.flatMap((owned) => {
    const plan = catalog.find(owned.skuId);
    if (plan?.kind !== 'addon' || isOver(owned) || owned.id === subscription.id) return [];
    if (owned.addOn && owned.addOn.to !== subscription.id) return [];
    const containing = targets.filter((target) => contains(target.plan, plan)).length;
    const fate = fateOf(owned, containing > 0 && containing === targets.length);
    const redundant = fate === 'separate' && containing > 0;
    return [{ name: plan.name, subscriptionId: owned.id, fate, redundant }];
  });
}

function fateOf({ addOn }: SoldSubscription, inEveryTarget: boolean): AddOnFate {
  if (!addOn) return 'separate';
  if (addOn.kind === 'traditional') return 'support';
  if (addOn.kind === 'incompatible') return 'remove';
  return inEveryTarget ? 'included' : 'carried';
}

/** Whether a plan brings all that an add-on does. */
function contains(plan: Plan, addOn: Plan): boolean {
  const ids = new Set(plan.servicePlans.map(({ id }) => id));
  return addOn.servicePlans.length > 0 && addOn.servicePlans.every(({ id }) => ids.has(id));
}
