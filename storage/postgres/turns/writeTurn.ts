import type { Collection } from '../../contract/collection.ts';
import type { SeenDocuments } from '../seenDocuments.ts';
import type { Lease } from './heldLeases.ts';
import type { Trips } from './trips.ts';
import type { TurnOutcome } from './turnScope.ts';

/** Where one of these is written, all that was read must still be so: nobody pays by what has changed. */
const aboutMoney: readonly Collection[] = ['orders'];

/**
 * All that a turn writes, or who writes outside of one, in one transaction.
 * @throws storage.conflict when somebody else wrote in between, storage.unavailable also when another
 * turn has begun; then nothing is written
 */
export async function writeTurn(
  trips: Trips,
  seen: SeenDocuments,
  lease: Lease | undefined,
  { writes, read }: TurnOutcome,
): Promise<void> {
  if (writes.length === 0) return;
  const checked = writes.some(({ collection }) => aboutMoney.includes(collection)) ? read : [];
  const texts = writes.map(({ document }) => JSON.stringify(document));
  await trips.ask({ kind: 'write', lease, writes, texts, checked });
  for (const [n, { collection, id, document, version }] of writes.entries()) {
    seen.keep({ collection, id }, { document, version }, texts[n]?.length ?? 0);
  }
}
