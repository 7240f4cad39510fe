import type { Catalog } from './catalog/catalog.ts';
import type { Subscription, SubscriptionStatus } from './subscription.ts';

const over: readonly SubscriptionStatus[] = ['canceled', 'deleted'];

/** Licences of a tenant's other plans that count towards the seat cap of a Business plan (R45). */
export function seatsElsewhere(
  subscriptions: readonly Subscription[],
  subscriptionId: string,
  catalog: Catalog,
): number {
  return subscriptions
    .filter(({ id, status }) => id !== subscriptionId && !over.includes(status))
    .filter(({ skuId }) => catalog.find(skuId)?.seatCap !== undefined)
    .reduce((sum, { quantity }) => sum + quantity, 0);
}
