/** What turns ask of the database, and how `turns_trip_1` is told. */
import type { Collection } from '../../contract/collection.ts';
import type { Database } from '../database.ts';
import { keyOf } from '../text.ts';
import { arraysOf, type Write } from '../writes.ts';
import type { Lease } from './heldLeases.ts';

/** What a turn wants to read as it begins. */
export interface Wanted {
  tenant: string;
  /** With the version that is known already; 0 for none. */
  documents: readonly { collection: Collection; key: Buffer; known: number }[];
  /** Documents of the tenant that are known already. */
  known: readonly Buffer[];
}

export type Ask =
  | { kind: 'take'; lease: Lease; wanted: Wanted | undefined }
  | {
      kind: 'write';
      lease: Lease;
      writes: readonly Write[];
      /** Of the documents that are written. */
      texts: readonly string[];
      /** What must still be as it was read. */
      checked: readonly { collection: Collection; id: string; version: number }[];
    }
  /** @param notes as text, empty for none; undefined leaves those that are there */
  | { kind: 'end'; lease: Lease; notes: string | undefined };

export interface Found {
  collection: Collection;
  id: string;
  version: number;
  /** Null where the version is known. */
  document: string | null;
  row_id: string | null;
  since: Date;
}

/** For a turn that begins or ends whether it has, or had, the lease. */
export interface Answer {
  held: boolean;
  /** What the turn before left. */
  notes: string | null;
  found: readonly Found[];
}

/** Of a tenant; where there are more, each is read when it is asked for. */
export const mostRows = 200;
/** Milliseconds after which a process that says nothing more is taken for dead. */
export const lasting = 3_000;

interface Row extends Found {
  n: number;
}

/** By collection and id. */
export function placesOf(ask: Ask): { written: string[]; read: string[] } {
  if (ask.kind !== 'write') return { written: [], read: [] };
  const nameOf = ({ collection, id }: { collection: Collection; id: string }) =>
    `${collection} ${id}`;
  return { written: ask.writes.map(nameOf), read: ask.checked.map(nameOf) };
}

/** All or nothing. @throws storage.conflict, storage.unavailable also when a lease is lost */
export async function askTogether(database: Database, asks: readonly Ask[]): Promise<Answer[]> {
  const of = <Kind extends Ask['kind']>(kind: Kind) =>
    asks.filter((ask): ask is Extract<Ask, { kind: Kind }> => ask.kind === kind);
  const [takes, writes, ends] = [of('take'), of('write'), of('end')];
  const rows = await database.query<Row>(statement, [
    asks.map(({ lease }) => lease.key),
    ...leasesOf(ends),
    ends.map(({ notes }) => notes ?? null),
    ...leasesOf(writes),
    ...documentsOf(writes),
    ...takesOf(takes),
  ]);
  const answers = new Map<Ask, Answer & { found: Found[] }>(
    asks.map((ask) => [ask, { held: ask.kind === 'write', notes: null, found: [] }]),
  );
  for (const row of rows) {
    const ask = row.n < 0 ? ends[-row.n - 1] : takes[row.n - 1];
    const answer = ask && answers.get(ask);
    if (!answer) continue;
    if (row.collection !== null) answer.found.push(row);
    else Object.assign(answer, { held: true, notes: row.document });
  }
  return asks.map((ask) => answers.get(ask) as Answer);
}

const statement = `select * from turns_trip_1(${Array.from({ length: 31 }, (_, n) => `$${n + 1}`).join(', ')})`;

function leasesOf(asks: readonly Ask[]): unknown[][] {
  return [asks.map(({ lease }) => lease.key), asks.map(({ lease }) => lease.holder)];
}

/** Documents of all turns in one order, so that none waits for one that waits for it. */
function documentsOf(asks: readonly Extract<Ask, { kind: 'write' }>[]): unknown[][] {
  const named = asks
    .flatMap(({ writes, texts }) => writes.map((write, n) => ({ write, text: texts[n] ?? '' })))
    .map((one) => ({ ...one, name: `${one.write.collection} ${one.write.id}` }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  const checked = asks.flatMap((ask) => ask.checked);
  return [
    ...arraysOf(
      named.map(({ write }) => write),
      named.map(({ text }) => text),
    ),
    checked.map(({ collection }) => collection),
    checked.map(({ id }) => keyOf(id)),
    checked.map(({ version }) => version),
  ];
}

function takesOf(takes: readonly Extract<Ask, { kind: 'take' }>[]): unknown[] {
  const wanted = takes.flatMap((take, n) =>
    (take.wanted?.documents ?? []).map((document) => ({ ...document, by: n + 1 })),
  );
  return [
    ...leasesOf(takes),
    takes.map((take) => take.wanted?.tenant ?? null),
    lasting,
    mostRows,
    wanted.map(({ by }) => by),
    wanted.map(({ collection }) => collection),
    wanted.map(({ key }) => key),
    wanted.map(({ known }) => known),
    takes.flatMap((take) => take.wanted?.known ?? []),
  ];
}
