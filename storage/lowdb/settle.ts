/** Brings the files up to date with journals: each document once, as it was written last. */
import fs from 'node:fs';
import { join } from 'node:path';
import { UpgraderaError } from '../../commerce/errors.ts';
import { stagingName } from './dataFolder.ts';
import { writeDocuments } from './documentFiles.ts';
import { documentPath } from './documentPaths.ts';
import { readJournalLines } from './journalLines.ts';

export interface CompleteJournal {
  path: string;
  /** Open: what was acknowledged is there even if somebody takes the file away. */
  fd: number;
  /** Bytes that were acknowledged; what follows was refused. */
  size: number;
}

/** What can't be read in a journal. */
export interface JournalDamage {
  path: string;
  lines: number;
}

/**
 * Blocks until all of it is on the disk. The journals stay.
 * @param journals oldest first
 * @throws storage.damaged, storage.unavailable
 */
export function settleJournals(
  folder: string,
  journals: readonly CompleteJournal[],
): JournalDamage[] {
  const newest = new Map<string, Buffer>();
  const damages: JournalDamage[] = [];
  for (const journal of journals) {
    const { entries, damaged } = readJournalLines(bytesOf(journal));
    for (const { collection, id, bytes } of entries) {
      newest.set(documentPath(folder, collection, id), bytes);
    }
    if (damaged > 0) damages.push({ path: journal.path, lines: damaged });
  }
  writeDocuments(join(folder, stagingName), newest);
  return damages;
}

/** @throws storage.unavailable when it is shorter than it was */
function bytesOf({ path, fd, size }: CompleteJournal): Buffer {
  const bytes = Buffer.alloc(size);
  for (let read = 0; read < size; ) {
    const more = fs.readSync(fd, bytes, read, size - read, read);
    if (more === 0) throw new UpgraderaError('storage.unavailable', `${path} was cut off`);
    read += more;
  }
  return bytes;
}
