/** The tenant's products that can be upgraded, with the names people know them by. */
import { subscriptionsOf } from '../../commerce/licences/subscriptionsOf.ts';
import type { Catalog } from '../../commerce/model/catalog.ts';
import { isOver, type Subscription } from '../../commerce/model/subscription.ts';
import type { Directory } from '../../commerce/ports/directory.ts';
import type { Seller } from '../../commerce/ports/seller.ts';
import { planName } from '../step/planName.ts';
import type { Turn } from '../step/turn.ts';

export interface Product {
  subscription: Subscription;
  planName: string;
  /** Whether there are other subscriptions of the same product. */
  shared: boolean;
}

export interface OwnedProductsNeeds {
  catalog: Pick<Catalog, 'find'>;
  seller: Pick<Seller, 'subscriptions'>;
  directory: Pick<Directory, 'assignedLicences'>;
}

/** Add-ons are left out: they go with their plan (R58). */
export async function productsOf(
  needs: OwnedProductsNeeds,
  turn: Pick<Turn, 'tenantId' | 'l' | 'owned'>,
): Promise<Product[]> {
  turn.owned ??= subscriptionsOf(needs, turn.tenantId);
  const subscriptions = await turn.owned;
  const isShared = ({ id, skuId }: Subscription): boolean =>
    subscriptions.some((other) => other.skuId === skuId && other.id !== id && !isOver(other));
  return plansAmong(subscriptions, needs.catalog).map((subscription) => ({
    subscription,
    planName: planName(needs.catalog, subscription.skuId, turn.l),
    shared: isShared(subscription),
  }));
}

function plansAmong(
  subscriptions: readonly Subscription[],
  catalog: OwnedProductsNeeds['catalog'],
): Subscription[] {
  return subscriptions.filter(({ skuId }) => catalog.find(skuId)?.kind !== 'addon');
}

/** For cards: with a single plan there is no other one to choose. */
export function alone(
  subscriptions: readonly Subscription[],
  catalog: OwnedProductsNeeds['catalog'],
): { alone?: true } {
  return plansAmong(subscriptions, catalog).length === 1 ? { alone: true } : {};
}
