/** What one user's move from one product to another is made of. Pure. */
import type { DirectoryUser, LicenceAssignment, LicenceChange } from '../ports/userLicences.ts';
import { type KeptOff, type ServicesOfSwap, servicesKeptOff } from './servicesKeptOff.ts';

/** Products by SKU id, in lower case. */
export interface Swap {
  sourceSkuId: string;
  targetSkuId: string;
}

export interface PlannedChange extends KeptOff {
  change: LicenceChange;
  /** Service plans of the source that are off now, by id. */
  before: readonly string[];
}

/**
 * What becomes of a user. `swap`: the one product instead of the other. `removeOld`: has both; the old
 * one goes. The others are left as they are: `group`, a group gives the licence, so the group has to be
 * changed (R88); `noLocation`, no licence can be given before the user has a usage location (R49);
 * `alreadyMoved`; `notOwned`, has neither.
 */
export type SwapPlan =
  | ({ kind: 'swap' | 'removeOld' } & PlannedChange)
  | { kind: 'group'; group: string }
  | { kind: 'noLocation' | 'alreadyMoved' | 'notOwned' };

/** One product for one other, in one call; no other licence of the user is named in it. */
export function planSwap(user: DirectoryUser, swap: Swap, services: ServicesOfSwap): SwapPlan {
  const { sourceSkuId, targetSkuId } = swap;
  const source = assignmentsOf(user, sourceSkuId);
  const ofGroup = source.find(({ group }) => group !== undefined);
  if (ofGroup?.group) return { kind: 'group', group: ofGroup.group.name };
  const [own] = source;
  const hasTarget = assignmentsOf(user, targetSkuId).length > 0;
  if (!own) return { kind: hasTarget ? 'alreadyMoved' : 'notOwned' };
  const before = own.disabledPlans;
  if (hasTarget) {
    const change = { userId: user.id, add: [], remove: [sourceSkuId] };
    return { kind: 'removeOld', change, before, disabledPlans: [], keptOff: [], unmapped: [] };
  }
  if (!user.usageLocation) return { kind: 'noLocation' };
  const kept = servicesKeptOff(before, services);
  const add = [{ skuId: targetSkuId, disabledPlans: kept.disabledPlans }];
  return { kind: 'swap', change: { userId: user.id, add, remove: [sourceSkuId] }, before, ...kept };
}

/** Whether a user has the target and not the source. */
export function isSwapped(user: DirectoryUser, { sourceSkuId, targetSkuId }: Swap): boolean {
  return (
    assignmentsOf(user, targetSkuId).length > 0 && assignmentsOf(user, sourceSkuId).length === 0
  );
}

export function assignmentsOf({ assignments }: DirectoryUser, skuId: string): LicenceAssignment[] {
  return assignments.filter((assignment) => assignment.skuId.toLowerCase() === skuId);
}
