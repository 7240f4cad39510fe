/**
 * What was acknowledged and is not in its document's file yet: a write-ahead log. A write is a line in
 * the journal. A checkpoint brings the files up to date, each once, however often its document was
 * written meanwhile; it comes when nobody writes or the journal is long, and at the next start after
 * a crash.
 */
import fs from 'node:fs';
import { readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Collection } from '../../contract/collection.ts';
import type { StorageLog } from '../../contract/engine.ts';
import { syncFolder } from '../dataFolder.ts';
import { asidePath } from '../documents/documentPaths.ts';
import { SharedRun } from '../sharedRun.ts';
import { type CompleteJournal, checkpointJournals, type JournalDamage } from './checkpoint.ts';
import { Checkpointer } from './checkpointer.ts';
import { JournalFile } from './journalFile.ts';
import { journalLine, textOfLine } from './journalLines.ts';

const journalName = /^journal-(\d+)\.log$/;
/**
 * Bytes, after which a checkpoint comes. A document that changes often is written to its file once a
 * checkpoint; a start after a crash must not have much to read.
 */
const longestSegment = 4 * 1024 * 1024;
/** Bytes, after which writers wait for the checkpoint: where the files can't be written, the journal must not grow for ever. */
const mostPending = 32 * 1024 * 1024;
/** Milliseconds without a write, after which a checkpoint comes. */
const quietMs = 1_000;

export interface JournalParts {
  folder: string;
  log: StorageLog;
}

/** One file of the journal, and where the newest line of each document stands in it, by the document's key. */
interface Segment {
  file: JournalFile;
  lines: Map<string, LinePlace>;
}

interface LinePlace {
  /** First byte. */
  at: number;
  length: number;
}

export class Journal {
  readonly #parts: JournalParts;
  readonly #checkpointer: Checkpointer;
  readonly #checkpoints = new SharedRun(() => this.#checkpointBeside());
  readonly #quiet: NodeJS.Timeout;
  #current: Segment;
  #number: number;
  /** Segments whose documents are not all in their files, oldest first. */
  readonly #earlier: Segment[] = [];

  private constructor(parts: JournalParts, number: number, current: JournalFile) {
    this.#parts = parts;
    this.#checkpointer = new Checkpointer(parts.folder);
    this.#number = number;
    this.#current = { file: current, lines: new Map() };
    this.#quiet = setTimeout(() => this.#checkpointUnasked(), quietMs).unref();
  }

  /** Brings the files up to date with what an earlier process left in its journals. */
  static async open(parts: JournalParts): Promise<Journal> {
    const { folder } = parts;
    const numbers = await journalsIn(folder);
    await checkpointLeft(
      parts,
      numbers.map((number) => journalPath(folder, number)),
    );
    const number = (numbers.at(-1) ?? 0) + 1;
    const current = await JournalFile.create(journalPath(folder, number));
    await syncFolder(folder);
    return new Journal(parts, number, current);
  }

  /** @returns undefined when the document's file is up to date. */
  textOf(key: string): string | undefined {
    const segment = [this.#current, ...this.#earlier.toReversed()].find(({ lines }) =>
      lines.has(key),
    );
    const place = segment?.lines.get(key);
    return segment && place && textOfLine(segment.file.read(place.at, place.length));
  }

  /**
   * Resolves when the document is safe.
   * @param key of this document only
   */
  async write(key: string, collection: Collection, text: string): Promise<void> {
    if (this.#current.file.size > mostPending) await this.checkpoint();
    const { file, lines } = this.#current;
    await file.append(journalLine(collection, text), (at, length) =>
      lines.set(key, { at, length }),
    );
    this.#quiet.refresh();
    // Once the last attempt failed, the next one waits until it is quiet.
    if (this.#current.file.size > longestSegment && this.#earlier.length === 0)
      this.#checkpointUnasked();
  }

  /** Resolves when all that was acknowledged before is in its document's file. */
  checkpoint(): Promise<void> {
    return this.#checkpoints.run();
  }

  /** @throws storage.unavailable when nothing can be written, or it would be lost */
  async check(): Promise<void> {
    const { file } = this.#current;
    await file.append(Buffer.from('\n'), () => undefined);
    await file.verify();
  }

  async close(): Promise<void> {
    clearTimeout(this.#quiet);
    await this.#checkpoints.rest();
    await this.#checkpointer.close();
    const { file } = this.#current;
    await file.rest();
    const all = [...this.#earlier.map((one) => one.file), file];
    await checkpointHere(this.#parts, all);
    for (const one of all) await one.close();
  }

  #checkpointUnasked(): void {
    this.checkpoint().catch((error: unknown) => {
      this.#parts.log.warn({ err: error }, 'files are behind the journal');
    });
  }

  async #checkpointBeside(): Promise<void> {
    // No further segment before the earlier ones are in the files: their number must not grow.
    await this.#checkpointEarlier();
    if (this.#current.lines.size === 0) return;
    await this.#startSegment();
    await this.#checkpointEarlier();
  }

  async #checkpointEarlier(): Promise<void> {
    if (this.#earlier.length === 0) return;
    const journals = this.#earlier.map(({ file: { path, fd, size } }) => ({ path, fd, size }));
    await this.#checkpointer.checkpoint(journals);
    await this.#removeEarlier();
  }

  /** From now on lines go to the next file; the one before is complete. */
  async #startSegment(): Promise<void> {
    const { folder } = this.#parts;
    // The number is used up even when it fails: the next attempt takes another name.
    this.#number += 1;
    const next = await JournalFile.create(journalPath(folder, this.#number));
    try {
      await syncFolder(folder);
    } catch (error) {
      await next.close();
      throw error;
    }
    const before = this.#current;
    this.#current = { file: next, lines: new Map() };
    this.#earlier.push(before);
    await before.file.rest();
  }

  async #removeEarlier(): Promise<void> {
    if (this.#earlier.length === 0) return;
    // One that can't be removed stays the first of the next checkpoint: alone it would undo later ones.
    for (let first = this.#earlier[0]; first; first = this.#earlier[0]) {
      await first.file.unlink();
      // Nobody reads there any more when its descriptor becomes somebody else's.
      this.#earlier.shift();
      await first.file.close();
    }
    await syncFolder(this.#parts.folder);
  }
}

/** A checkpoint of what an earlier process left. */
async function checkpointLeft(parts: JournalParts, paths: string[]): Promise<void> {
  const left = paths.map((path) => ({
    path,
    fd: fs.openSync(path, 'r'),
    size: fs.statSync(path).size,
  }));
  try {
    await checkpointHere(parts, left);
  } finally {
    for (const { fd } of left) fs.closeSync(fd);
  }
}

/**
 * A checkpoint in this thread, for when nobody waits for anything else. The journals are removed one
 * after the other, oldest first: an older one that was left alone would undo, at the next start, what
 * a newer one held.
 * @param journals oldest first
 */
async function checkpointHere(
  { folder, log }: JournalParts,
  journals: readonly CompleteJournal[],
): Promise<void> {
  const damages = checkpointJournals(folder, journals);
  for (const { path } of journals) {
    const newest = path === journals.at(-1)?.path;
    if (newest && journals.length > 1) await syncFolder(folder);
    const damage = damages.find((one) => one.path === path);
    if (damage) await keepDamaged(damage, log);
    else await rm(path, { force: true });
  }
}

function journalPath(folder: string, number: number): string {
  return join(folder, `journal-${number}.log`);
}

/** Oldest first. */
async function journalsIn(folder: string): Promise<number[]> {
  const names = await readdir(folder);
  return names
    .flatMap((name) => Number(journalName.exec(name)?.[1] ?? []))
    .filter((number) => number > 0)
    .sort((a, b) => a - b);
}

async function keepDamaged({ path, lines }: JournalDamage, log: StorageLog): Promise<void> {
  const file = asidePath(path, new Date());
  await rename(path, file);
  log.warn({ code: 'storage.damaged', lines, file }, 'left out damaged lines of a journal');
}
