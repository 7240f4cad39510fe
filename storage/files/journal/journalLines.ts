/**
 * The lines of a journal: `<checksum> <collection> <document>`. A checksum tells a line that was
 * written whole from one that a power cut left half there.
 */
import { crc32 } from 'node:zlib';
import type { Collection } from '../../contract/collection.ts';
import { idInContent } from '../documents/fileContent.ts';

export interface JournalEntry {
  collection: Collection;
  id: string;
  /** The document as it will stand in its file. */
  bytes: Buffer;
}

const lineEnd = 0x0a;
const blank = 0x20;
const checksumLength = 8;

/** Put together as bytes: as a string each part of it would be copied twice. */
export function journalLine(collection: Collection, text: string): Buffer {
  const start = checksumLength + 1;
  const line = Buffer.allocUnsafe(start + collection.length + 1 + Buffer.byteLength(text) + 1);
  line.write(`${collection} `, start, 'latin1');
  line.write(text, start + collection.length + 1);
  line[line.length - 1] = lineEnd;
  line.write(`${checksum(line.subarray(start, -1))} `, 0, 'latin1');
  return line;
}

/** The document of a line that was written whole, as it will stand in its file. */
export function textOfLine(line: string): string {
  return line.slice(line.indexOf(' ', checksumLength + 1) + 1, -1);
}

/**
 * What a journal holds, oldest first, and how many of its lines can't be read. A last line without
 * an end was never acknowledged and is none of them.
 * @throws storage.damaged for a line that was written whole and is no document
 */
export function readJournalLines(journal: Buffer): { entries: JournalEntry[]; damaged: number } {
  const entries: JournalEntry[] = [];
  let damaged = 0;
  let start = 0;
  for (let end = journal.indexOf(lineEnd); end >= 0; end = journal.indexOf(lineEnd, start)) {
    const entry = end === start ? 'empty' : entryOf(journal.subarray(start, end));
    if (entry === undefined) damaged += 1;
    else if (entry !== 'empty') entries.push(entry);
    start = end + 1;
  }
  return { entries, damaged };
}

function entryOf(line: Buffer): JournalEntry | undefined {
  const content = line.subarray(checksumLength + 1);
  const between = content.indexOf(blank);
  if (line[checksumLength] !== blank || between < 0) return undefined;
  if (line.toString('latin1', 0, checksumLength) !== checksum(content)) return undefined;
  const bytes = content.subarray(between + 1);
  const collection = content.toString('latin1', 0, between) as Collection;
  return { collection, id: idInContent(bytes, 'journal'), bytes };
}

function checksum(content: Buffer): string {
  return crc32(content).toString(16).padStart(checksumLength, '0');
}
