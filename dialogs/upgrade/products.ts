/** The tenant's products that can be upgraded, with the names people know them by. */
import { subscriptionsOf } from '../../commerce/licences/subscriptionsOf.ts';
import { isOver, type Subscription } from '../../commerce/model/subscription.ts';
import type { Localiser } from '../../locales/localiser.ts';
import type { Services } from '../step/services.ts';

export interface Product {
  subscription: Subscription;
  planName: string;
  /** Whether there are other subscriptions of the same product. */
  shared: boolean;
}

export function planName(services: Pick<Services, 'catalog'>, skuId: string, l: Localiser): string {
  return services.catalog.find(skuId)?.name ?? l.t('dialogs.unknownPlan', { sku: skuId });
}

/** Add-ons are left out: they go with their plan (R58). */
export async function productsOf(
  services: Services,
  tenantId: string,
  l: Localiser,
): Promise<Product[]> {
  const subscriptions = await subscriptionsOf(services, tenantId);
  const isShared = ({ id, skuId }: Subscription): boolean =>
    subscriptions.some((other) => other.skuId === skuId && other.id !== id && !isOver(other));
  return subscriptions
    .filter((subscription) => services.catalog.find(subscription.skuId)?.kind !== 'addon')
    .map((subscription) => ({
      subscription,
      planName: planName(services, subscription.skuId, l),
      shared: isShared(subscription),
    }));
}
