import { isOver, type SoldSubscription } from '../model/subscription.ts';

/** Licences of a product that were bought, over all of the tenant's subscriptions of it (R24, R47). */
export function boughtLicences(
  subscriptions: readonly Pick<SoldSubscription, 'skuId' | 'status' | 'quantity'>[],
  skuId: string,
): number {
  return subscriptions
    .filter((owned) => owned.skuId.toLowerCase() === skuId.toLowerCase() && !isOver(owned))
    .reduce((sum, { quantity }) => sum + quantity, 0);
}
