/** Brings the files up to date with journals: each document once, as it was written last. */
import fs from 'node:fs';
import { join } from 'node:path';
import { UpgraderaError } from '../../../commerce/base/errors.ts';
import { stagingName } from '../dataFolder.ts';
import { documentPath } from '../documents/documentPaths.ts';
import { writeDocuments } from '../documents/writeDocuments.ts';
import { readJournalLines } from './journalLines.ts';

export interface CompleteJournal {
  path: string;
  /** An open descriptor: it can be read even when somebody removes the file. */
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
 * @param bufferFor gives a buffer of that many bytes, for one journal at a time
 * @throws storage.damaged, storage.unavailable
 */
export function checkpointJournals(
  folder: string,
  journals: readonly CompleteJournal[],
  bufferFor: (size: number) => Buffer = Buffer.alloc,
): JournalDamage[] {
  return journals.flatMap((journal) => {
    const { path, size } = journal;
    const { entries, damaged } = readJournalLines(bytesOf(journal, bufferFor(size)));
    const newest = new Map(
      entries.map(({ collection, id, bytes }) => [documentPath(folder, collection, id), bytes]),
    );
    writeDocuments(join(folder, stagingName), newest);
    return damaged > 0 ? [{ path, lines: damaged }] : [];
  });
}

/** @throws storage.unavailable when it is shorter than it was */
function bytesOf({ path, fd, size }: CompleteJournal, buffer: Buffer): Buffer {
  const bytes = buffer.subarray(0, size);
  for (let read = 0; read < size; ) {
    const more = fs.readSync(fd, bytes, read, size - read, read);
    if (more === 0) throw new UpgraderaError('storage.unavailable', `${path} was cut off`);
    read += more;
  }
  return bytes;
}
