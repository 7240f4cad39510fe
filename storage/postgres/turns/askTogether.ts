/** How `turns_trip_1` is told what is asked, and what it answers. */
import type { Database } from '../database.ts';
import { keyOf } from '../text.ts';
import { arraysOf } from '../writes.ts';
import { type Answer, type Ask, asksOf, type Found, lasting, mostRows } from './ask.ts';
import type { Lease } from './heldLeases.ts';

interface Row extends Found {
  /** Whose answer it is, from 1; turns that end are counted downwards. */
  n: number;
}

const places = Array.from({ length: 36 }, (_, n) => `$${n + 1}`);
const statement = `select * from turns_trip_1(${places.join(', ')})`;

/** All or nothing. @throws storage.conflict, storage.unavailable also when a lease is lost */
export async function askTogether(database: Database, asks: readonly Ask[]): Promise<Answer[]> {
  const ends = asksOf('end', asks);
  const takes = asksOf('take', asks);
  const readers = [...takes, ...asksOf('read', asks), ...asksOf('seek', asks)];
  const rows = await database.query<Row>(statement, [
    asks.flatMap((ask) => ('lease' in ask && ask.lease ? ask.lease.key : [])),
    ...leasesOf(ends),
    ends.map(({ notes }) => notes ?? null),
    ...writesOf(asks),
    ...leasesOf(takes),
    ...readsOf(readers),
  ]);
  const answers = new Map<Ask, Answer & { found: Found[] }>(
    asks.map((ask) => [ask, { held: false, notes: null, found: [] }]),
  );
  for (const row of rows) {
    const ask = row.n < 0 ? ends[-row.n - 1] : readers[row.n - 1];
    const answer = ask && answers.get(ask);
    if (!answer) continue;
    if (row.collection !== null) answer.found.push(row);
    else Object.assign(answer, { held: true, notes: row.document });
  }
  return asks.map((ask) => answers.get(ask) as Answer);
}

function leasesOf(asks: readonly { lease: Lease }[]): unknown[][] {
  return [asks.map(({ lease }) => lease.key), asks.map(({ lease }) => lease.holder)];
}

/** Documents of all turns in one order, so that none waits for one that waits for it. */
function writesOf(asks: readonly Ask[]): unknown[] {
  const all = asksOf('write', asks);
  const named = all
    .flatMap(({ writes, texts }) => writes.map((write, n) => ({ write, text: texts[n] ?? '' })))
    .map((one) => ({ ...one, name: `${one.write.collection} ${one.write.id}` }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  const checked = all.flatMap((ask) => ask.checked);
  return [
    ...leasesOf(all.flatMap(({ lease }) => (lease ? { lease } : []))),
    ...arraysOf(
      named.map(({ write }) => write),
      named.map(({ text }) => text),
    ),
    checked.map(({ collection }) => collection),
    checked.map(({ id }) => keyOf(id)),
    checked.map(({ version }) => version),
  ];
}

function readsOf(readers: readonly Ask[]): unknown[] {
  const takes = asksOf('take', readers);
  const wanted = readers.flatMap((ask, n) => {
    if (ask.kind === 'read') return { ...ask, by: n + 1 };
    if (ask.kind !== 'take' || !ask.wanted) return [];
    return ask.wanted.documents.map((document) => ({ ...document, by: n + 1 }));
  });
  const sought = readers.flatMap((ask, n) => (ask.kind === 'seek' ? { ...ask, by: n + 1 } : []));
  return [
    takes.map((take) => take.wanted?.tenant ?? null),
    lasting,
    mostRows,
    wanted.map(({ by }) => by),
    wanted.map(({ collection }) => collection),
    wanted.map(({ key }) => key),
    wanted.map(({ known }) => known),
    takes.flatMap((take) => take.wanted?.known ?? []),
    sought.map(({ by }) => by),
    sought.map(({ collection }) => collection),
    sought.map(({ row }) => row),
    sought.map(({ key }) => key ?? null),
    sought.map(({ known }) => known),
  ];
}
