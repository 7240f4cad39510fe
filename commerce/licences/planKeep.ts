import type { DirectoryUser, LicenceChange } from '../ports/userLicences.ts';
import { assignmentsOf, type Swap } from './planSwap.ts';
import { type KeptOff, type ServicesOfSwap, servicesKeptOff } from './servicesKeptOff.ts';

/**
 * What becomes of a user whom an upgrade has moved, which turns everything on (R85). `keep`: turned off
 * again. `kept`: is off already. The others stay as they are: `notMoved`, the upgrade left the user behind
 * (R79); `group`, a group gives the new licence; `nothingToKeep`, the new product has nothing like it;
 * `notOwned`, has neither product.
 */
export type KeepPlan =
  | ({ kind: 'keep' | 'kept'; change: LicenceChange } & KeptOff)
  | ({ kind: 'nothingToKeep' } & Pick<KeptOff, 'unmapped'>)
  | { kind: 'notMoved' | 'notOwned' | 'group' };

/** @param off ids of services that were off with the source before the upgrade */
export function planKeep(
  user: DirectoryUser,
  { sourceSkuId, targetSkuId }: Swap,
  off: readonly string[],
  services: ServicesOfSwap,
): KeepPlan {
  const given = assignmentsOf(user, targetSkuId);
  const own = given.find(({ group }) => group === undefined);
  if (!own) {
    if (given.length > 0) return { kind: 'group' };
    const isLeft = assignmentsOf(user, sourceSkuId).length > 0;
    return { kind: isLeft ? 'notMoved' : 'notOwned' };
  }
  const kept = servicesKeptOff(off, services);
  const { disabledPlans, unmapped } = kept;
  if (disabledPlans.length === 0) return { kind: 'nothingToKeep', unmapped };
  const isOff = disabledPlans.every((id) => own.disabledPlans.includes(id));
  // What somebody has turned off since stays off.
  const all = [...new Set([...own.disabledPlans, ...disabledPlans])];
  const change = { userId: user.id, add: [{ skuId: targetSkuId, disabledPlans: all }], remove: [] };
  return { kind: isOff ? 'kept' : 'keep', change, ...kept };
}
