/**
 * The lines of a journal: `<checksum> <collection> <document>`. A checksum tells a line that was
 * written whole from one that a power cut left half there.
 */
import { crc32 } from 'node:zlib';
import type { Collection } from '../engine.ts';
import { parseKept } from './kept.ts';

export interface JournalEntry {
  collection: Collection;
  id: string;
  /** The document as it will stand in its file. */
  text: string;
}

const lineShape = /^([0-9a-f]{8}) ((\w+) (.*))$/s;

export function journalLine(collection: Collection, text: string): string {
  const content = `${collection} ${text}`;
  return `${checksum(content)} ${content}\n`;
}

/**
 * What a journal holds, oldest first, and how many of its lines can't be read. A last line without
 * an end was never acknowledged and is none of them.
 * @throws storage.damaged for a line that was written whole and is no document
 */
export function readJournalLines(journal: string): { entries: JournalEntry[]; damaged: number } {
  const lines = journal
    .split('\n')
    .slice(0, -1)
    .filter((line) => line !== '');
  const entries = lines.flatMap((line) => entryOf(line) ?? []);
  return { entries, damaged: lines.length - entries.length };
}

function entryOf(line: string): JournalEntry | undefined {
  const [, sum, content = '', collection, text = ''] = lineShape.exec(line) ?? [];
  if (sum === undefined || sum !== checksum(content)) return undefined;
  return { collection: collection as Collection, id: parseKept(text, 'journal').id, text };
}

function checksum(content: string): string {
  return crc32(content).toString(16).padStart(8, '0');
}
