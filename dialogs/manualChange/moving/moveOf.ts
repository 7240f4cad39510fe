/** The move of users that a step is about, for who may see it. */
import { type RightsSources, rightsOf } from '../../../commerce/access/rights.ts';
import { UpgraderaError } from '../../../commerce/base/errors.ts';
import type { ManualChanges } from '../../../commerce/manualChange/manualChanges.ts';
import type { Move } from '../../../commerce/model/move/move.ts';
import type { Moving } from '../../../commerce/move/moving.ts';
import type { Place } from '../../step/stepDialog.ts';

export interface MoveOfNeeds extends RightsSources {
  moving: Pick<Moving, 'get'>;
  manualChanges: Pick<ManualChanges, 'see'>;
}

/**
 * Whoever sees the change that it belongs to sees the move; one that only frees licences, or keeps services off
 * after an upgrade, is seen by who began it, and by who may see users.
 * @throws move.unknown, change.unknown
 */
export async function moveOf(
  needs: MoveOfNeeds,
  { turn, subject }: Pick<Place, 'turn' | 'subject'>,
): Promise<Move> {
  const { tenantId, userId } = turn;
  const move = await needs.moving.get(tenantId, subject.moveId);
  if (move.targetSkuId !== undefined && move.selection.kind !== 'order') {
    await needs.manualChanges.see(turn, subject.changeId);
  } else if (move.userId !== userId) {
    const { seeUsers } = await rightsOf(needs, tenantId, userId);
    if (seeUsers !== true) throw new UpgraderaError('move.unknown', move.id);
  }
  return move;
}
