/**
 * Where an order stands that an admin placed in the admin center, judged by what the directory shows. That
 * is minutes late, and one look may see less than the one before: until time has shown that something stays
 * as it is, nothing is concluded from it (R110, R117).
 */
import { boughtLicences } from '../../commerce/licences/boughtLicences.ts';
import { purchaseRestHours } from '../../commerce/model/policyValues.ts';
import type { LicencesOf } from '../../commerce/model/purchase/adminPurchase.ts';
import { isOver, type SoldSubscription } from '../../commerce/model/subscription.ts';
import type { AwaitedPurchase, PurchaseStatus } from '../../commerce/ports/seller.ts';

/** What the tenant has now. */
export interface OwnedNow {
  subscriptions: readonly SoldSubscription[];
  /** Users with a licence of each product, by its SKU id in lower case. */
  assigned: ReadonlyMap<string, number>;
  /** Whether a product is a plan that somebody may have bought by mistake. */
  isPlan: (skuId: string) => boolean;
  now: Temporal.Instant;
  /** By which all this may be late. */
  lagMinutes: number;
}

export function purchaseSeen(awaited: AwaitedPurchase, owned: OwnedNow): PurchaseStatus {
  const { before, targetSkuId, unchangedSince } = awaited;
  const target = targetSkuId.toLowerCase();
  const bought = boughtLicences(owned.subscriptions, target) - (before.licences[target] ?? 0);
  const oldEnded = hasEnded(awaited, owned);
  const moving = movingOf(awaited, owned);
  // Where there were licences enough, users may be moved without a purchase.
  if (bought <= 0 && !(oldEnded && moving.came > 0)) {
    const instead = insteadOf(awaited, owned);
    return { phase: 'awaitingPurchase', ...(instead && { instead }) };
  }
  const { id, isSetUp } = newPlanOf(awaited, owned);
  const seen = {
    ...(bought > 0 ? { bought } : {}),
    ...(id === undefined ? {} : { newSubscriptionId: id }),
    ...(before.users ? { users: { ...moving.counted, failures: [] } } : {}),
  };
  const still = Temporal.Instant.from(unchangedSince).until(owned.now).total('minutes');
  const rests = still >= purchaseRestHours * 60;
  const oldPlan = oldEnded ? {} : { oldPlanGoesOn: true as const };
  if (moving.isThrough) {
    if (oldEnded || rests) return { phase: 'completed', ...seen, ...oldPlan };
    return { phase: 'cancellingOld', ...seen };
  }
  if (rests || (oldEnded && still >= owned.lagMinutes)) {
    return { phase: 'completedWithUserErrors', ...seen, ...oldPlan };
  }
  const hasBegun = oldEnded || moving.came > 0 || isSetUp;
  return { phase: hasBegun ? 'reassigning' : 'provisioning', ...seen };
}

/** An upgrade may give the subscription another product, or end it beside a new one (R84). */
function hasEnded(
  { subscriptionId, sourceSkuId }: AwaitedPurchase,
  { subscriptions }: OwnedNow,
): boolean {
  const old = subscriptions.find(({ id }) => id === subscriptionId);
  if (!old || old.skuId.toLowerCase() !== sourceSkuId.toLowerCase()) return true;
  return old.status !== 'active' && old.status !== 'unknown';
}

/** Only who has the new plan and not the old one any more was moved. */
function movingOf({ before, sourceSkuId, targetSkuId }: AwaitedPurchase, { assigned }: OwnedNow) {
  const left = assigned.get(sourceSkuId.toLowerCase()) ?? 0;
  const onNew = assigned.get(targetSkuId.toLowerCase()) ?? 0;
  const { old: total, new: newBefore } = before.users ?? { old: 0, new: 0 };
  const came = Math.max(0, onNew - newBefore);
  const moved = Math.max(0, Math.min(total - left, came));
  return { came, counted: { moved, total }, isThrough: left === 0 && moved === total };
}

function newPlanOf(
  { before, targetSkuId, subscriptionId }: AwaitedPurchase,
  { subscriptions, assigned }: OwnedNow,
): { id: string | undefined; isSetUp: boolean } {
  const target = targetSkuId.toLowerCase();
  const all = subscriptions.filter((one) => one.skuId.toLowerCase() === target && !isOver(one));
  const isNew = ({ id }: SoldSubscription): boolean =>
    id === subscriptionId || !before.subscriptions.includes(id);
  const found = all.find(isNew) ?? all[0];
  const isSetUp =
    found?.status === 'active' && !found.unfinishedServices?.length && assigned.has(target);
  return { id: found?.id, isSetUp };
}

/** Another plan of which licences have come since. */
function insteadOf(
  { before, sourceSkuId, targetSkuId }: AwaitedPurchase,
  { subscriptions, isPlan }: OwnedNow,
): LicencesOf | undefined {
  const meant = [sourceSkuId.toLowerCase(), targetSkuId.toLowerCase()];
  const others = new Set(subscriptions.map(({ skuId }) => skuId.toLowerCase()));
  for (const skuId of others) {
    if (meant.includes(skuId) || !isPlan(skuId)) continue;
    const licences = boughtLicences(subscriptions, skuId) - (before.licences[skuId] ?? 0);
    if (licences > 0) return { skuId, licences };
  }
  return undefined;
}
