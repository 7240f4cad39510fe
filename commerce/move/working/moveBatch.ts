/** One part of a move: who is in it is read, written down as they are, and moved. */
import type { Move } from '../../model/move/move.ts';
import type { MovePart, Mover } from '../../model/move/movePart.ts';
import type { MovePartRepository, Stored } from '../../ports/repositories.ts';
import type { ChangeOutcome, LicenceChange, UserLicences } from '../../ports/userLicences.ts';
import { tallyOf } from '../tally.ts';
import type { CallPace } from './callPace.ts';
import { type Errand, told } from './errand.ts';

export interface BatchParts {
  licences: UserLicences;
  parts: MovePartRepository;
  pace: CallPace;
  /** Real time. */
  now(): Temporal.Instant;
}

/** `wait`: so many seconds. `short`: nobody gets a licence of the target any more. */
export type BatchResult =
  | { is: 'done'; part: MovePart }
  | { is: 'wait'; seconds: number }
  | { is: 'short' };

/** Longest text of Microsoft's that is kept. */
const longestText = 300;

/**
 * May be called again after whatever came in between: what was begun is read before it is repeated.
 * @throws storage.conflict when somebody else is at the same part
 */
export async function moveBatch(
  parts: BatchParts,
  move: Move,
  stored: Stored<MovePart>,
  errand: Errand,
): Promise<BatchResult> {
  const part = entered(stored.value, move);
  const waiting = part.users.filter(({ state }) => state === 'waiting');
  if (part.phase === 'done' || waiting.length === 0) return { is: 'done', part };
  const read = await readAnew(parts, part, errand);
  const changes = read.flatMap(({ change }) => change ?? []);
  const seconds = parts.pace.wait(part.tenantId, changes.length, parts.now());
  if (seconds > 0) return { is: 'wait', seconds };
  const tried = read.map(({ row, change }) => (change ? { ...row, tried: true } : row));
  const begun: MovePart = { ...part, phase: changes.length > 0 ? 'begun' : 'done', users: tried };
  const version = await parts.parts.save(begun, stored.version);
  if (changes.length === 0) return { is: 'done', part: begun };
  parts.pace.note(part.tenantId, changes.length, parts.now());
  const outcomes = await parts.licences.change(part.tenantId, changes);
  const outcomeOf = byUser(changes, outcomes);
  const isShort = await lacksLicences(parts, part.tenantId, changes, outcomes);
  const users = tried.map((row) => withOutcome(row, row.id && outcomeOf.get(row.id), isShort));
  const later = outcomes.flatMap((each) => (each.outcome === 'later' ? each.afterSeconds : []));
  const isDone = later.length === 0 && !isShort && outcomes.length === changes.length;
  const after: MovePart = { ...begun, phase: isDone ? 'done' : 'begun', users };
  await parts.parts.save(after, version);
  if (isShort) return { is: 'short' };
  return isDone ? { is: 'done', part: after } : { is: 'wait', seconds: Math.max(1, ...later) };
}

/** As the pass of the move finds it. */
export function entered(part: MovePart, { pass }: Pick<Move, 'pass'>): MovePart {
  if (part.pass === pass.number) return part;
  const { left } = pass;
  const isUncounted = left && part.pass === left.number && part.index >= left.at;
  const counted = isUncounted ? part.counted : tallyOf(part.users);
  const users = pass.again ? part.users.map(reopened) : part.users;
  return { ...part, pass: pass.number, phase: 'open', counted, users };
}

/** A name that belongs to nobody can't be tried. */
function reopened(row: Mover): Mover {
  if (row.state !== 'refused' || row.id === undefined) return row;
  const { reason: _, text: __, ...rest } = row;
  return { ...rest, state: 'waiting' };
}

/** Rows with what is to be done, in order; those that do not wait as they are. */
async function readAnew(
  { licences }: BatchParts,
  { tenantId, users: rows }: MovePart,
  errand: Errand,
): Promise<{ row: Mover; change?: LicenceChange }[]> {
  const ids = rows.flatMap(({ id, state }) => (state === 'waiting' && id ? id : []));
  const users = ids.length > 0 ? told(await licences.users(tenantId, ids)) : [];
  return rows.map((row) => {
    if (row.state !== 'waiting') return { row };
    const user = users.find(({ id }) => id === row.id);
    if (!user) return { row: { ...row, state: 'refused', reason: 'UnknownUser' } };
    if (row.tried && errand.isDone(row, user)) return { row: { ...row, state: 'moved' } };
    return errand.decide(row, user);
  });
}

function byUser(
  changes: readonly LicenceChange[],
  outcomes: readonly ChangeOutcome[],
): Map<string, ChangeOutcome> {
  return new Map(
    changes.flatMap(({ userId }, at) => {
      const outcome = outcomes[at];
      return outcome ? [[userId, outcome]] : [];
    }),
  );
}

function withOutcome(row: Mover, outcome: ChangeOutcome | undefined | '', isShort: boolean): Mover {
  if (!outcome || outcome.outcome === 'later') return row;
  if (outcome.outcome === 'changed') return { ...row, state: 'moved' };
  const { reason, text } = outcome;
  if (isShort && reason === 'CountViolation') return row;
  const said = text === undefined ? {} : { text: text.slice(0, longestText) };
  return { ...row, state: 'refused', reason, ...said };
}

/** One refusal for want of licences may be an error; all of many, or none that is free, is not (R49). */
const enoughRefusals = 5;

async function lacksLicences(
  { licences }: BatchParts,
  tenantId: string,
  changes: readonly LicenceChange[],
  outcomes: readonly ChangeOutcome[],
): Promise<boolean> {
  const refused = outcomes.filter(
    (each) => each.outcome === 'refused' && each.reason === 'CountViolation',
  );
  const skuId = changes.find(({ add }) => add.length > 0)?.add[0]?.skuId;
  if (refused.length === 0 || skuId === undefined) return false;
  if (refused.length === outcomes.length && refused.length >= enoughRefusals) return true;
  const capacity = await licences.capacity(tenantId, skuId).catch(() => 'unknown' as const);
  return capacity !== 'unknown' && capacity.assigned >= capacity.bought;
}
