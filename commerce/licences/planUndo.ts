import type { Held } from '../model/move/movePart.ts';
import type { DirectoryUser, LicenceService } from '../ports/userLicences.ts';
import { assignmentsOf, type Swap, type SwapPlan } from './planSwap.ts';

/**
 * The way back: a user who still has the source, which a move gave, gets the target again just as it was.
 * Who had both before keeps both.
 * @param services of the target
 */
export function planUndo(
  user: DirectoryUser,
  { sourceSkuId, targetSkuId }: Swap,
  restore: Held,
  services: readonly LicenceService[],
): SwapPlan {
  if (assignmentsOf(user, targetSkuId).length > 0) return { kind: 'alreadyMoved' };
  const given = assignmentsOf(user, sourceSkuId);
  const keeps = restore.hadTarget === true;
  const ofGroup = given.find(({ group }) => group !== undefined);
  if (ofGroup?.group && !keeps) return { kind: 'group', group: ofGroup.group.name };
  const [own] = given;
  if (!own) return { kind: 'notOwned' };
  if (!user.usageLocation) return { kind: 'noLocation' };
  const { disabledPlans } = restore;
  const off = services.filter(({ id }) => disabledPlans.includes(id.toLowerCase()));
  return {
    kind: 'swap',
    change: {
      userId: user.id,
      add: [{ skuId: targetSkuId, disabledPlans }],
      remove: keeps ? [] : [sourceSkuId],
    },
    before: own.disabledPlans,
    disabledPlans,
    keptOff: off.map(({ name }) => name),
    unmapped: [],
  };
}

/** Whether a user has it back. */
export function isRestored(user: DirectoryUser, swap: Swap, { hadTarget }: Held): boolean {
  const has = (skuId: string): boolean => assignmentsOf(user, skuId).length > 0;
  return has(swap.targetSkuId) && (hadTarget === true || !has(swap.sourceSkuId));
}
