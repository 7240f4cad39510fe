/** The tenant's products that can be upgraded, with the names people know them by. */
import type { Subscription } from '../../commerce/model/subscription.ts';
import type { Localiser } from '../../locales/localiser.ts';
import type { Services } from '../step/services.ts';

export interface Product {
  subscription: Subscription;
  planName: string;
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
  const subscriptions = await services.seller.subscriptions(tenantId);
  return subscriptions
    .filter((subscription) => services.catalog.find(subscription.skuId)?.kind !== 'addon')
    .map((subscription) => ({ subscription, planName: planName(services, subscription.skuId, l) }));
}
