/** Collects what diagnosis judges by. */
import type { Catalog } from '../catalog/catalog.ts';
import { findTargets } from '../catalog/targets.ts';
import { UpgraderaError } from '../errors.ts';
import type { Clock, Commerce, Directory } from '../ports.ts';
import { minimumQuantity } from '../quote/minimumQuantity.ts';
import type { OrderRepository } from '../repositories.ts';
import { seatsElsewhere } from '../seatsElsewhere.ts';
import { isFinal } from '../upgrade/order.ts';
import type { Facts } from './facts.ts';

export interface FactSources {
  commerce: Commerce;
  directory: Directory;
  clock: Clock;
  catalog: Catalog;
  orders: OrderRepository;
}

/**
 * The facts about upgrading one subscription, as they are now, for the person who asks.
 * @throws subscription.unknown when the tenant has no such subscription; whatever the ports throw
 */
export async function gatherFacts(
  { commerce, directory, clock, catalog, orders }: FactSources,
  tenantId: string,
  userId: string,
  subscriptionId: string,
): Promise<Facts> {
  const [now, account, roles, subscriptions, { offers, refusals }, known] = await Promise.all([
    clock.now(tenantId),
    commerce.billingAccount(tenantId),
    directory.roles(tenantId, userId),
    commerce.subscriptions(tenantId),
    commerce.eligibility(tenantId, subscriptionId),
    orders.listByTenant(tenantId),
  ]);
  const subscription = subscriptions.find(({ id }) => id === subscriptionId);
  if (!subscription) throw new UpgraderaError('subscription.unknown', subscriptionId);
  const plan = catalog.find(subscription.skuId);
  return {
    now: now.toString(),
    account,
    roles,
    subscriptions,
    subscription,
    plan,
    targets: plan
      ? findTargets({
          source: plan,
          offers,
          catalog,
          quantity: minimumQuantity(subscription),
          businessSeatsElsewhere: seatsElsewhere(subscriptions, subscriptionId, catalog),
        })
      : { targets: [], excluded: [] },
    refusals,
    openOrders: known.filter((order) => !isFinal(order)),
  };
}
