/** Users who still have a licence of the old plan, and why, as far as the directory tells (R49, R79, R88). */
import type { UserFailure } from '../../commerce/ports/seller.ts';
import type { GraphUser } from '../graph/reads.ts';

/** @param users with a licence of the old plan. SKU ids are in lower case */
export function leftBehind(
  users: readonly GraphUser[],
  sourceSkuId: string,
  targetSkuId: string,
): UserFailure[] {
  return users.map(({ userPrincipalName, displayName, id, licenseAssignmentStates }) => {
    const states = licenseAssignmentStates ?? [];
    const ofOld = states.filter(({ skuId }) => skuId === sourceSkuId);
    const error = states.find(({ skuId }) => skuId === targetSkuId)?.error;
    const byGroup = ofOld.some(({ assignedByGroup }) => assignedByGroup);
    const reason = byGroup ? 'InheritedFromGroup' : (error ?? 'None');
    return {
      userName: userPrincipalName ?? displayName ?? id,
      reason: reason === 'None' ? 'Other' : reason,
    };
  });
}
