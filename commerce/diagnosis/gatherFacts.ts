/** Collects what diagnosis judges by. */

import { hasRight, rolesOf } from '../access/rights.ts';
import { UpgraderaError } from '../base/errors.ts';
import { seatsElsewhere } from '../catalog/seatsElsewhere.ts';
import { findTargets } from '../catalog/targets.ts';
import { boughtLicences } from '../licences/boughtLicences.ts';
import { subscriptionsOf } from '../licences/subscriptionsOf.ts';
import type { Catalog } from '../model/catalog.ts';
import { isFinal } from '../model/order.ts';
import { firstAttemptHours } from '../model/policyValues.ts';
import { isOver, type Subscription } from '../model/subscription.ts';
import { isKnown, type OrUnknown, orUnknown } from '../model/unknown.ts';
import type { Clock } from '../ports/clock.ts';
import type { Directory, Licensing } from '../ports/directory.ts';
import type { FirstAttemptRepository, OrderRepository } from '../ports/repositories.ts';
import type { Refusal, Seller } from '../ports/seller.ts';
import { addOnsOf } from '../quote/addOns.ts';
import { minimumQuantity } from '../quote/minimumQuantity.ts';
import { declinedMethods } from '../quote/paymentMethods.ts';
import type { Facts } from './facts.ts';
import { isRefusedFor } from './refusals.ts';

export interface FactSources {
  seller: Seller;
  directory: Directory;
  clock: Clock;
  catalog: Catalog;
  orders: OrderRepository;
  firstAttempts: FirstAttemptRepository;
}

/** @param owned what the tenant owns, where that was asked just now; else it is asked */
export type FactsAbout = [
  tenantId: string,
  userId: string,
  subscriptionId: string,
  owned?: Promise<Subscription[]> | undefined,
];

/**
 * The facts about upgrading one subscription, as they are now, for the person who asks. All are asked
 * for at once; those of the directory may be missing, those of the seller may not.
 * @throws subscription.unknown when the tenant has no such subscription; whatever the ports throw
 */
export async function gatherFacts(
  sources: FactSources,
  ...[tenantId, userId, subscriptionId, known]: FactsAbout
): Promise<Facts> {
  const { seller, directory, clock, catalog, orders } = sources;
  const owned = known ?? subscriptionsOf(sources, tenantId);
  const licensingOfOwned = async (): Promise<OrUnknown<Licensing>> => {
    const one = (await owned).find(({ id }) => id === subscriptionId);
    return one ? orUnknown(directory.licensing(tenantId, one.skuId)) : 'unknown';
  };
  const [
    now,
    account,
    roles,
    subscriptions,
    { offers, refusals, tentative },
    priceBook,
    placed,
    incidents,
    licensing,
  ] = await Promise.all([
    clock.now(tenantId),
    seller.billingAccount(tenantId, subscriptionId),
    rolesOf(directory, tenantId, userId),
    owned,
    seller.eligibility(tenantId, subscriptionId),
    seller.priceBook(tenantId, subscriptionId),
    orders.listByTenant(tenantId),
    orUnknown(directory.serviceIncidents(tenantId)),
    licensingOfOwned(),
  ]);
  const subscription = subscriptions.find(({ id }) => id === subscriptionId);
  if (!subscription) throw new UpgraderaError('subscription.unknown', subscriptionId);
  const plan = catalog.find(subscription.skuId);
  const targets = plan
    ? findTargets({
        source: plan,
        offers,
        catalog,
        quantity: minimumQuantity(subscription),
        seatsElsewhere: (one) => seatsElsewhere(subscriptions, subscriptionId, catalog, one),
      })
    : { targets: [], excluded: [] };
  const { skuId, assigned } = subscription;
  const conflict = isKnown(assigned) && assigned > boughtLicences(subscriptions, skuId);
  const mayName = hasRight('seeUsers', account.agreement, roles) === true;
  const overAssignedOf = (): Promise<Facts['overAssigned']> | Facts['overAssigned'] => {
    if (!conflict) return [];
    return mayName ? orUnknown(directory.overAssigned(tenantId, skuId)) : 'unknown';
  };
  const [overAssigned, busySince] = await Promise.all([
    overAssignedOf(),
    busySinceOf(sources, { tenantId, subscriptionId, refusals, now }),
  ]);
  return {
    now: now.toString(),
    account,
    roles,
    subscriptions,
    subscription: isKnown(licensing) ? withLicensing(subscription, licensing) : subscription,
    ...(isKnown(licensing) ? {} : { licensingUnknown: true }),
    plan,
    targets,
    priceBook,
    refusals,
    ...(tentative ? { tentative } : {}),
    openOrders: placed.filter((order) => !isFinal(order) && order.state !== 'awaitingPurchase'),
    declinedMethods: declinedMethods(placed, subscriptionId),
    incidents,
    overAssigned,
    addOns: addOnsOf({ subscription, subscriptions, targets: targets.targets, catalog }),
    otherPlans: otherPlansOf(subscription, subscriptions, catalog),
    ...(busySince === undefined ? {} : { busySince }),
  };
}

/** The seller, where it knows of it, knows it of this subscription; the directory of the product. */
function withLicensing(subscription: Subscription, { turnedOff, groups }: Licensing): Subscription {
  return {
    ...(turnedOff.length > 0 ? { turnedOff } : {}),
    ...(groups.length > 0 ? { groups } : {}),
    ...subscription,
  };
}

/** The channel's wait counts from the first attempt: this one, unless one is known (R33). */
async function busySinceOf(
  { firstAttempts }: FactSources,
  {
    refusals,
    now,
    ...of
  }: { tenantId: string; subscriptionId: string; refusals: Refusal[]; now: Temporal.Instant },
): Promise<string | undefined> {
  if (!isRefusedFor('HIGH_VOLUME', refusals)) return undefined;
  const notBefore = now.subtract({ hours: firstAttemptHours });
  return firstAttempts.note({ ...of, code: 'HIGH_VOLUME' }, now.toString(), notBefore.toString());
}

function otherPlansOf(
  { skuId }: Subscription,
  subscriptions: readonly Subscription[],
  catalog: Catalog,
): string[] {
  const names = subscriptions
    .filter((other) => other.skuId !== skuId && !isOver(other))
    .map((other) => catalog.find(other.skuId))
    .flatMap((plan) => (plan?.kind === 'base' ? plan.name : []));
  return [...new Set(names)];
}
