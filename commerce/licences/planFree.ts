/** What one user's licence that is taken, and perhaps given back, is made of. Pure. */
import type { Held } from '../model/move/movePart.ts';
import type { DirectoryUser, LicenceService } from '../ports/userLicences.ts';
import { assignmentsOf, type PlannedChange } from './planSwap.ts';

/**
 * What becomes of a user. `free`: the licence is taken. `give`: it is given back. The others are left as they
 * are: `group`, a group gives the licence, so that the group has to be changed (R88); `notOwned`, has none;
 * `has`, has one again; `noLocation`, no licence can be given before the user has a usage location (R49).
 */
export type FreePlan =
  | ({ kind: 'free' | 'give' } & PlannedChange)
  | { kind: 'group'; group: string }
  | { kind: 'notOwned' | 'has' | 'noLocation' };

/** Nothing comes free from who has the licence from a group as well. @param skuId in lower case */
export function planFree(user: DirectoryUser, skuId: string): FreePlan {
  const given = assignmentsOf(user, skuId);
  const ofGroup = given.find(({ group }) => group !== undefined);
  if (ofGroup?.group) return { kind: 'group', group: ofGroup.group.name };
  const [own] = given;
  if (!own) return { kind: 'notOwned' };
  const change = { userId: user.id, add: [], remove: [skuId] };
  return {
    kind: 'free',
    change,
    before: own.disabledPlans,
    ...{ disabledPlans: [], keptOff: [], unmapped: [] },
  };
}

/** Whether nobody but a group gives the user a licence. */
export function isFreed(user: DirectoryUser, skuId: string): boolean {
  return assignmentsOf(user, skuId).every(({ group }) => group !== undefined);
}

/** The same licence as before, with the same services off. @param services of the product */
export function planGiveBack(
  user: DirectoryUser,
  skuId: string,
  { disabledPlans }: Held,
  services: readonly LicenceService[],
): FreePlan {
  if (assignmentsOf(user, skuId).length > 0) return { kind: 'has' };
  if (!user.usageLocation) return { kind: 'noLocation' };
  const off = services.filter(({ id }) => disabledPlans.includes(id.toLowerCase()));
  return {
    kind: 'give',
    change: { userId: user.id, add: [{ skuId, disabledPlans }], remove: [] },
    before: [],
    disabledPlans,
    keptOff: off.map(({ name }) => name),
    unmapped: [],
  };
}

export function isGivenBack(user: DirectoryUser, skuId: string): boolean {
  return assignmentsOf(user, skuId).length > 0;
}
