/** The dry run: who would be moved, and how. Reads, and writes down; changes nothing. */
import { isAwaySince } from '../../licences/away.ts';
import { assignmentsOf } from '../../licences/planSwap.ts';
import type { Move } from '../../model/move/move.ts';
import type { Held, Mover } from '../../model/move/movePart.ts';
import type { MovePartRepository } from '../../ports/repositories.ts';
import {
  type DirectoryUser,
  mostUsersAtOnce,
  type UserLicences,
} from '../../ports/userLicences.ts';
import { added, count, nothing, recounted, tallyOf } from '../tally.ts';
import { type Errand, told } from './errand.ts';

export interface GatherParts {
  licences: UserLicences;
  parts: MovePartRepository;
}

type Gathering = NonNullable<Move['gathering']>;

/** Users that came together, and how the gathering stands after them. */
interface Haul {
  rows: Mover[];
  gathering: Gathering;
  isLast: boolean;
}

/**
 * One haul further. What it wrote before a crash is written again, the same.
 * @returns the move with it; without `gathering` when that was all
 */
export async function gatherOn(parts: GatherParts, move: Move, errand: Errand): Promise<Move> {
  const { gathering } = move;
  if (!gathering) return move;
  const haul = await haulOf(parts, move, gathering, errand);
  const rows = [...gathering.rest, ...haul.rows];
  const left = haul.isLast ? [] : rows.splice(rows.length - (rows.length % mostUsersAtOnce));
  const next = await withParts(parts, move, rows);
  if (!haul.isLast) return { ...next, gathering: { ...haul.gathering, rest: left } };
  const { gathering: _, ...all } = next;
  return all;
}

async function withParts({ parts }: GatherParts, move: Move, rows: Mover[]): Promise<Move> {
  const { id: moveId, tenantId, parts: first } = move;
  const made = Array.from({ length: Math.ceil(rows.length / mostUsersAtOnce) }, (_, at) => {
    const users = rows.slice(at * mostUsersAtOnce, (at + 1) * mostUsersAtOnce);
    const counted = tallyOf(users);
    const index = first + at;
    return { v: 1, moveId, tenantId, index, pass: 0, phase: 'open', counted, users } as const;
  });
  await Promise.all(
    made.map(async (part) => {
      await parts.save(part, (await parts.get(moveId, part.index))?.version ?? 0);
    }),
  );
  return {
    ...move,
    parts: first + made.length,
    planned: added(move.planned, count(rows.map(({ kind }) => kind)), 1),
    tally: recounted(move.tally, nothing, tallyOf(rows)),
  };
}

function haulOf(
  parts: GatherParts,
  move: Move,
  gathering: Gathering,
  errand: Errand,
): Promise<Haul> {
  switch (move.selection.kind) {
    case 'chosen':
      return chosen(parts, move, gathering, errand);
    case 'undo':
      return moved(parts, move, move.selection.moveId, gathering, errand);
    default:
      return paged(parts, move, gathering, errand);
  }
}

async function chosen(
  { licences }: GatherParts,
  { tenantId }: Move,
  gathering: Gathering,
  errand: Errand,
): Promise<Haul> {
  const ids = gathering.wanted.slice(0, mostUsersAtOnce);
  const wanted = gathering.wanted.slice(mostUsersAtOnce);
  const users = ids.length > 0 ? told(await licences.users(tenantId, ids)) : [];
  const gone = ids.filter((id) => users.every((user) => user.id !== id));
  return {
    rows: [...users.map((user) => rowOf(user, errand)), ...gone.map(unknownRow)],
    gathering: { ...gathering, wanted, taken: gathering.taken + 1 },
    isLast: wanted.length === 0,
  };
}

/** Names are looked for among those with the source: who is not there has nothing to be moved. */
async function paged(
  { licences }: GatherParts,
  { tenantId, sourceSkuId, selection }: Move,
  gathering: Gathering,
  errand: Errand,
): Promise<Haul> {
  const query = {
    skuId: sourceSkuId,
    ...(selection.kind === 'department' ? { department: selection.department } : {}),
    ...(selection.kind === 'group' ? { groupId: selection.id } : {}),
  };
  const { users, next } = told(await licences.page(tenantId, query, gathering.next));
  const isListed = selection.kind === 'listed';
  const names = new Set(gathering.wanted);
  const isMeant = (user: DirectoryUser): boolean => {
    if (isListed) return names.delete(user.userName.toLowerCase());
    return selection.kind !== 'away' || isAwaySince(user, selection.before);
  };
  const met = users.filter(isMeant);
  const wanted = [...names];
  const isLast = next === undefined || (isListed && wanted.length === 0);
  const { next: _, ...rest } = gathering;
  return {
    rows: [
      ...(selection.kind === 'order'
        ? met.flatMap((user) => noted(user, sourceSkuId))
        : met.map((user) => rowOf(user, errand))),
      ...(isLast ? wanted.map((name) => unknownRow(name)) : []),
    ],
    gathering: {
      ...rest,
      wanted,
      taken: gathering.taken + 1,
      ...(next === undefined ? {} : { next }),
    },
    isLast,
  };
}

/** Those whom another move has moved, as it wrote them down, and as they are now. */
async function moved(
  { licences, parts }: GatherParts,
  { tenantId }: Move,
  moveId: string,
  gathering: Gathering,
  errand: Errand,
): Promise<Haul> {
  const part = (await parts.get(moveId, gathering.taken))?.value;
  const all = (part?.users ?? []).filter(({ state }) => state === 'moved' || state === 'confirmed');
  const ids = all.flatMap(({ id }) => id ?? []);
  const users = ids.length > 0 ? told(await licences.users(tenantId, ids)) : [];
  const rows = all.map(({ id, name, userName, before: restore }): Mover => {
    const user = users.find((found) => found.id === id);
    return user
      ? rowOf(user, errand, restore)
      : { ...unknownRow(userName), ...(id === undefined ? {} : { id }), name };
  });
  return {
    rows,
    gathering: { ...gathering, taken: gathering.taken + 1 },
    isLast: part === undefined,
  };
}

/** Who has services off now. What a group turns off is the group's. */
function noted(user: DirectoryUser, sourceSkuId: string): Mover[] {
  const { id, name, userName } = user;
  const own = assignmentsOf(user, sourceSkuId).find(({ group }) => group === undefined);
  if (!own || own.disabledPlans.length === 0) return [];
  const before = { disabledPlans: [...own.disabledPlans] };
  const row = { id, name, userName, kind: 'keep', state: 'waiting' as const, before };
  return [{ ...row, keptOff: [], unmapped: [] }];
}

/** What stands in the way now may be gone when the move comes there: it is tried all the same. */
function rowOf(user: DirectoryUser, errand: Errand, restore?: Held): Mover {
  const { id, name, userName } = user;
  const asked = { id, name, userName, kind: '', state: 'waiting' as const };
  const empty = { ...asked, ...(restore ? { restore } : {}), keptOff: [], unmapped: [] };
  const { row } = errand.decide(empty, user);
  if (row.state !== 'refused') {
    const { before: _, ...planned } = row;
    return planned;
  }
  const { reason: _, ...waiting } = row;
  return { ...waiting, state: 'waiting' };
}

function unknownRow(userName: string): Mover {
  return {
    name: '',
    userName,
    kind: 'unknownUser',
    state: 'refused',
    reason: 'UnknownUser',
    keptOff: [],
    unmapped: [],
  };
}
