/** One part of a move is read again: whether the directory shows what the calls said. */
import { aimOf, type Move } from '../../model/move/move.ts';
import type { MovePart, Mover } from '../../model/move/movePart.ts';
import { countLooks, moveVerification } from '../../model/policyValues.ts';
import { orUnknown } from '../../model/unknown.ts';
import type { Stored } from '../../ports/repositories.ts';
import type { DirectoryUser, UserLicences } from '../../ports/userLicences.ts';
import { type Errand, told } from './errand.ts';
import { type BatchParts, entered } from './moveBatch.ts';

/**
 * Who can't be seen moved yet stays `moved` until the last look. A refused call may have been a repeated
 * one whose first copy came through, so who was refused is read as well; and
 * so is who still waits for the answer to a call when the move is stopped.
 * @throws storage.conflict when somebody else is at the same part
 */
export async function verifyBatch(
  { licences, parts }: Pick<BatchParts, 'licences' | 'parts'>,
  move: Move,
  stored: Stored<MovePart>,
  errand: Errand,
): Promise<MovePart> {
  const part = entered(stored.value, move);
  const ids = part.users.flatMap((row) => (row.id && isOpen(row) ? row.id : []));
  if (part.phase === 'done' || ids.length === 0) return part;
  const users = told(await licences.users(part.tenantId, ids));
  const isLast = move.pass.looks >= moveVerification.looks;
  const rows = part.users.map((row) =>
    isOpen(row)
      ? seen(
          row,
          users.find(({ id }) => id === row.id),
          { errand, isLast },
        )
      : row,
  );
  const read: MovePart = { ...part, phase: 'done', users: rows };
  await parts.save(read, stored.version);
  return read;
}

function isOpen({ state, tried }: Mover): boolean {
  return state === 'moved' || (tried === true && (state === 'refused' || state === 'waiting'));
}

function seen(
  row: Mover,
  user: DirectoryUser | undefined,
  { errand, isLast }: { errand: Errand; isLast: boolean },
): Mover {
  if (user && errand.isDone(row, user)) {
    const { reason: _, text: __, ...rest } = row;
    return { ...rest, state: 'confirmed' };
  }
  if (row.state !== 'moved') return row;
  if (!user) return { ...row, state: 'refused', reason: 'UnknownUser' };
  return isLast ? { ...row, state: 'refused', reason: 'NotSeen' } : row;
}

/**
 * Whether all have been read without the licence that was taken, and the directory counts them still: what is
 * judged by the count, such as whether an upgrade can be made, would be judged too early. Not for ever.
 */
export async function countsLate(
  licences: Pick<UserLicences, 'capacity'>,
  move: Move,
): Promise<boolean> {
  const { tenantId, sourceSkuId, counted, pass, tally, stopping } = move;
  const { confirmed = 0 } = tally.states;
  const isVerified = pass.kind === 'verify' && pass.unseen === 0 && !stopping;
  if (aimOf(move) !== 'free' || !counted || !isVerified || confirmed === 0) return false;
  if (counted.looks >= countLooks.most || counted.before < confirmed) return false;
  const now = await orUnknown(licences.capacity(tenantId, sourceSkuId));
  return now !== 'unknown' && now.assigned > counted.before - confirmed;
}
