/** New moves: wished for, there or back, or licences freed; and what is noted when one begins. */
import { randomUUID } from 'node:crypto';
import { UpgraderaError } from '../base/errors.ts';
import { aimOf, type Move, type Selection } from '../model/move/move.ts';
import { orUnknown } from '../model/unknown.ts';
import type { MoveRepository } from '../ports/repositories.ts';
import type { UserLicences } from '../ports/userLicences.ts';
import { changeMove, isOver } from './changeMove.ts';
import { nothing } from './tally.ts';

/** Who is to be moved: everybody with the source, a department, a group, who has been away, or users by id or by user name. */
export type WishedUsers =
  | { kind: 'all' }
  | { kind: 'department'; department: string }
  | { kind: 'group'; id: string; name: string }
  | { kind: 'away'; days: number; before: string }
  | { kind: 'chosen'; ids: readonly string[] }
  | { kind: 'listed'; userNames: readonly string[] };

export interface MoveWish {
  sourceSkuId: string;
  /** Absent: their licences of the source come free. */
  targetSkuId?: string;
  /** As in the move. */
  subscriptionId?: string | undefined;
  users: WishedUsers | { kind: 'undo'; moveId: string } | { kind: 'order'; orderId: string };
}

interface Asker {
  tenantId: string;
  userId: string;
  name: string;
  conversation: string;
}

/** @param at tenant's time. @param wakeAt real time */
export function newMove(
  { tenantId, userId, name, conversation }: Asker,
  { sourceSkuId, targetSkuId, subscriptionId, users }: MoveWish,
  { at, wakeAt }: { at: string; wakeAt: string },
): Move {
  const { selection, wanted } = selected(users);
  return {
    v: 1,
    id: randomUUID(),
    tenantId,
    conversation,
    userId,
    by: name,
    sourceSkuId: sourceSkuId.toLowerCase(),
    ...(targetSkuId === undefined ? {} : { targetSkuId: targetSkuId.toLowerCase() }),
    ...(subscriptionId === undefined ? {} : { subscriptionId }),
    selection,
    state: 'planning',
    gathering: { taken: 0, rest: [], wanted, tells: false },
    parts: 0,
    planned: {},
    tally: nothing,
    pass: { kind: 'move', number: 1, at: 0, again: false, looks: 0, unseen: 0 },
    calls: [],
    revision: 0,
    failedAttempts: 0,
    startedAt: at,
    changedAt: at,
    nextCheckAt: wakeAt,
    audit: [{ at, by: userId, event: 'move.asked' }],
    notices: [],
  };
}

function selected(users: MoveWish['users']): { selection: Selection; wanted: string[] } {
  switch (users.kind) {
    case 'chosen': {
      const wanted = [...new Set(users.ids)];
      return { selection: { kind: 'chosen', count: wanted.length }, wanted };
    }
    case 'listed': {
      const wanted = [...new Set(users.userNames.map((name) => name.toLowerCase()))];
      return { selection: { kind: 'listed', count: wanted.length }, wanted };
    }
    default:
      return { selection: users, wanted: [] };
  }
}

/** @throws move.not-now for a move that can't be taken back */
export function undoWish(move: Move): MoveWish {
  const { kind } = move.selection;
  if (!isOver(move) || kind === 'undo' || kind === 'order')
    throw new UpgraderaError('move.not-now', move.id);
  const { id: moveId, sourceSkuId, targetSkuId, subscriptionId } = move;
  const users = { kind: 'undo', moveId } as const;
  if (targetSkuId === undefined) return { sourceSkuId, subscriptionId, users };
  return { sourceSkuId: targetSkuId, targetSkuId: sourceSkuId, users };
}

/**
 * A move is taken back by one other at a time; nothing happens for one that takes nothing back.
 * @throws move.not-now where another one is at it
 */
export async function claimedForUndo(moves: MoveRepository, back: Move): Promise<void> {
  if (back.selection.kind !== 'undo') return;
  const { moveId } = back.selection;
  const known = (await moves.get(moveId))?.value.undoneBy;
  const other = known === undefined || known === back.id ? undefined : await moves.get(known);
  if (other && !isOver(other.value)) throw new UpgraderaError('move.not-now', back.id);
  const claimed = await changeMove(moves, moveId, (move) =>
    move.undoneBy === known && isOver(move) ? { ...move, undoneBy: back.id } : move,
  );
  if (claimed.undoneBy !== back.id) throw new UpgraderaError('move.not-now', back.id);
}

/** How many users have a licence before it is taken from some; undefined where nobody can tell, or needs it. */
export async function countedBefore(
  licences: Pick<UserLicences, 'capacity'>,
  move: Move,
): Promise<Move['counted']> {
  if (aimOf(move) !== 'free') return undefined;
  const known = await orUnknown(licences.capacity(move.tenantId, move.sourceSkuId));
  return known === 'unknown' ? undefined : { before: known.assigned, looks: 0 };
}
