import type { Catalog } from '../model/catalog.ts';
import type { Plan } from '../model/plan.ts';
import { type SeatCapScope, seatCapScope } from '../model/policyValues.ts';
import { isOver, type SoldSubscription } from '../model/subscription.ts';

/**
 * Licences of a tenant's other subscriptions that count towards the seat cap of a plan (R45); 0 for
 * a plan without a cap.
 */
export function seatsElsewhere(
  subscriptions: readonly SoldSubscription[],
  subscriptionId: string,
  catalog: Pick<Catalog, 'find'>,
  target: Plan,
  scope: SeatCapScope = seatCapScope,
): number {
  if (target.seatCap === undefined) return 0;
  const counts = (plan: Plan | undefined) =>
    scope === 'family' ? plan?.family === target.family : plan?.skuId === target.skuId;
  return subscriptions
    .filter((owned) => owned.id !== subscriptionId && !isOver(owned))
    .filter(({ skuId }) => counts(catalog.find(skuId)))
    .reduce((sum, { quantity }) => sum + quantity, 0);
}
