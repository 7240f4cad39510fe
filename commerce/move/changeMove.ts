/** The ways in which a move changes. */
import { changeStored } from '../base/changeStored.ts';
import { UpgraderaError } from '../base/errors.ts';
import type { Move, MoveNoticeKind, MoveState } from '../model/move/move.ts';
import { cardsWith, type ShownCard } from '../model/notice.ts';
import type { MoveRepository } from '../ports/repositories.ts';

/** Newest entries of the history that are kept: people may pause as often as they like. */
const keptEntries = 200;

/** @param change as of `changeStored`. @throws move.unknown, storage.conflict */
export async function changeMove(
  moves: MoveRepository,
  id: string,
  change: (move: Move) => Move,
): Promise<Move> {
  const changed = await changeStored(moves, id, change);
  if (!changed) throw new UpgraderaError('move.unknown', id);
  return changed;
}

/**
 * Notes a card that shows a move, so that it can be replaced as the move goes on.
 * @throws move.unknown, storage.conflict
 */
export function followMove(moves: MoveRepository, id: string, card: ShownCard): Promise<Move> {
  return changeMove(moves, id, (move) => ({ ...move, cards: cardsWith(move.cards ?? [], card) }));
}

interface Step {
  to: MoveState;
  /** Tenant's time. */
  at: string;
  /** User id, or `system`. */
  by: string;
  event: string;
  code?: string | undefined;
  /** ISO instant of real time; absent where it is not looked at again. */
  nextCheckAt?: string | undefined;
  notice?: MoveNoticeKind | undefined;
}

/** The move in another state, with its entry in the history, and what that owes somebody. */
export function stepped(move: Move, step: Step): Move {
  const { to, at, by, event, code, nextCheckAt, notice } = step;
  const { nextCheckAt: _, pausedFor: __, ...rest } = move;
  const entry = { at, by, event, ...(code === undefined ? {} : { code }) };
  const { conversation } = move;
  return {
    ...rest,
    state: to,
    revision: move.revision + 1,
    failedAttempts: 0,
    changedAt: at,
    audit: [...move.audit, entry].slice(-keptEntries),
    ...(nextCheckAt === undefined ? {} : { nextCheckAt }),
    ...(to === 'paused' ? { pausedFor: code ?? by } : {}),
    notices: notice
      ? [...move.notices, { kind: notice, conversation, status: 'pending', at }]
      : move.notices,
  };
}

/** Whether the worker has something to do. */
export function isUnderWay({ state }: Pick<Move, 'state'>): boolean {
  return ['planning', 'awaiting', 'running', 'verifying'].includes(state);
}

/** Whether it has come to an end; a dry run has not begun. */
export function isOver({ state }: Pick<Move, 'state'>): boolean {
  return state === 'done' || state === 'doneWithUsersLeft' || state === 'stopped';
}
