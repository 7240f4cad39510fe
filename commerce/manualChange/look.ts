/** What can be read of a change: whether the new plan is there, who has moved, what became of the old one. */

import { isOver, type Subscription } from '../model/subscription.ts';
import { isKnown, type OrUnknown } from '../model/unknown.ts';
import type { ManualChange } from './manualChange.ts';
import { isMerge } from './steps.ts';

export interface Seen {
  /** The one that is left; undefined when it is there no more. */
  source: Subscription | undefined;
  /** Licences of the new plan in subscriptions that are active and set up. */
  bought: number;
  /** Those of them that nobody has; negative when more are given than were bought. */
  free: OrUnknown<number>;
  /** Users who still need one. */
  needed: OrUnknown<number>;
  /** Users with a licence of the old product. */
  left: OrUnknown<number>;
  /** Users who have changed from the old to the new one since the change began. */
  moved: OrUnknown<number>;
  /** Whether there is a subscription of the new plan that is not active, or not set up. */
  comes: boolean;
}

export type Looked = Pick<
  ManualChange,
  'subscriptionId' | 'keptSubscriptionId' | 'sourceSkuId' | 'targetSkuId' | 'users' | 'before'
>;

/** @param owned everything that the tenant owns now */
export function look(change: Looked, owned: readonly Subscription[]): Seen {
  const there = owned.filter((subscription) => !isOver(subscription));
  const ofTarget = there.filter(
    ({ id, skuId }) =>
      skuId.toLowerCase() === change.targetSkuId.toLowerCase() &&
      (change.keptSubscriptionId === undefined || id === change.keptSubscriptionId),
  );
  const ready = ofTarget.filter(isReady);
  const bought = ready.reduce((sum, { quantity }) => sum + quantity, 0);
  const onTarget = assignedOf(owned, change.targetSkuId);
  const left = assignedOf(owned, change.sourceSkuId);
  const moved = movedSince(change, left, onTarget);
  return {
    source: there.find(({ id }) => id === change.subscriptionId),
    bought,
    free: isKnown(onTarget) ? bought - onTarget : 'unknown',
    needed: neededBy(change, left, moved),
    left,
    moved,
    comes: ofTarget.length > ready.length,
  };
}

function isReady({ status, unfinishedServices = [] }: Subscription): boolean {
  return status === 'active' && unfinishedServices.length === 0;
}

/** Nobody has a licence of what is not owned. */
function assignedOf(owned: readonly Subscription[], skuId: string): OrUnknown<number> {
  const [first] = owned.filter((one) => one.skuId.toLowerCase() === skuId.toLowerCase());
  return first?.assigned ?? (owned.some(({ assigned }) => !isKnown(assigned)) ? 'unknown' : 0);
}

function movedSince(
  { before }: Looked,
  left: OrUnknown<number>,
  onTarget: OrUnknown<number>,
): OrUnknown<number> {
  const { source, target } = before;
  if (!isKnown(source) || !isKnown(target) || !isKnown(left) || !isKnown(onTarget))
    return 'unknown';
  return Math.max(0, Math.min(source - left, onTarget - target));
}

function neededBy(
  change: Looked,
  left: OrUnknown<number>,
  moved: OrUnknown<number>,
): OrUnknown<number> {
  // All of them are given already, and are to find room in the one that stays.
  if (isMerge(change)) return 0;
  if (change.users === 'all') return left;
  return isKnown(moved) ? Math.max(0, change.users - moved) : change.users;
}

/** Active, set up, and with a free licence for everybody who is still to get one (R110). */
export function hasArrived({ bought, free, needed }: Seen): boolean {
  if (bought === 0) return false;
  // Where nobody tells how many are given, that it is there has to do.
  return !isKnown(free) || !isKnown(needed) || free >= needed;
}

export function haveMoved({ users }: Pick<Looked, 'users'>, { left, moved }: Seen): boolean {
  if (users === 'all') return left === 0;
  return isKnown(moved) && moved >= users;
}

/** How many have moved, where others were meant to and have not. */
export function movedSoFar(
  { users }: Pick<Looked, 'users'>,
  { left, moved }: Seen,
): number | undefined {
  if (!isKnown(moved) || moved === 0) return undefined;
  const areLeft = users === 'all' ? isKnown(left) && left > 0 : moved < users;
  return areLeft ? moved : undefined;
}

/** What became of the old subscription: it is gone, ends by itself, or was made smaller. */
export function endSeen(
  { before }: Pick<Looked, 'before'>,
  { source }: Seen,
): 'gone' | 'runsOut' | 'smaller' | undefined {
  if (!source || source.status === 'expired' || source.status === 'disabled') return 'gone';
  if (source.autoRenew === false) return 'runsOut';
  return source.quantity < before.quantity ? 'smaller' : undefined;
}
