import type { Collection } from '../../contract/collection.ts';
import type { Database } from '../database.ts';
import type { SeenDocuments } from '../seenDocuments.ts';
import { keyOf } from '../text.ts';
import { arraysOf, type Write } from '../writes.ts';
import type { Lease } from './heldLeases.ts';
import type { TurnOutcome } from './turnScope.ts';

/** Where one of these is written, all that was read must still be so: nobody pays by what has changed. */
const aboutMoney: readonly Collection[] = ['orders'];

/**
 * All that a turn writes, in one transaction.
 * @throws storage.conflict when somebody else wrote in between, storage.unavailable also when another
 * turn has begun; then nothing is written
 */
export async function writeTurn(
  { database, seen }: { database: Database; seen: SeenDocuments },
  { key, holder }: Lease,
  outcome: TurnOutcome,
): Promise<void> {
  const { read } = outcome;
  // In the same order in every turn: none waits for one that waits for it.
  const writes = outcome.writes.toSorted((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
  if (writes.length === 0) return;
  const checked = writes.some(({ collection }) => aboutMoney.includes(collection)) ? read : [];
  const texts = writes.map(({ document }) => JSON.stringify(document));
  const values = [
    ...[key, holder],
    ...arraysOf(writes, texts),
    checked.map(({ collection }) => collection),
    checked.map(({ id }) => keyOf(id)),
    checked.map(({ version }) => version),
  ];
  const places = values.map((_, n) => `$${n + 1}`).join(', ');
  await database.query(`select write_turn_1(${places})`, values);
  for (const [n, { collection, id, document, version }] of writes.entries()) {
    seen.keep({ collection, id }, { document, version }, texts[n]?.length ?? 0);
  }
}

function nameOf({ collection, id }: Write): string {
  return `${collection} ${id}`;
}
