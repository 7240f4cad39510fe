/**
 * What was acknowledged and is not in its file yet. A write is a line in the journal; the files are
 * brought up to date when it is quiet or the journal is long, each once, however often it was
 * written meanwhile. After a crash the journal is read before anything else.
 */
import fs from 'node:fs';
import { readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Collection } from '../../contract/collection.ts';
import type { StorageLog } from '../../contract/engine.ts';
import { syncFolder } from '../dataFolder.ts';
import { asidePath } from '../documents/documentPaths.ts';
import { SharedRun } from '../sharedRun.ts';
import { JournalFile } from './journalFile.ts';
import { journalLine, textOfLine } from './journalLines.ts';
import { type CompleteJournal, type JournalDamage, settleJournals } from './settle.ts';
import { Settler } from './settler.ts';

const journalName = /^journal-(\d+)\.log$/;
/** Bytes: a document that changes often is written to its file once, and a start reads it in no time. */
const longestJournal = 4 * 1024 * 1024;
/** Bytes: when the files could not be written for long, what waits for them must not grow without end. */
const mostUnsettled = 32 * 1024 * 1024;
/** Milliseconds without a write, after which the files are brought up to date. */
const quietMs = 1_000;

export interface JournalParts {
  folder: string;
  log: StorageLog;
}

/** A file of the journal, and the newest line of each document in it, by the document's key. */
interface Chapter {
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
  readonly #settler: Settler;
  readonly #settling = new SharedRun(() => this.#settleBeside());
  readonly #quiet: NodeJS.Timeout;
  #current: Chapter;
  #number: number;
  /** Chapters whose documents are not all in their files, oldest first. */
  readonly #earlier: Chapter[] = [];

  private constructor(parts: JournalParts, number: number, current: JournalFile) {
    this.#parts = parts;
    this.#settler = new Settler(parts.folder);
    this.#number = number;
    this.#current = { file: current, lines: new Map() };
    this.#quiet = setTimeout(() => this.#settleUnasked(), quietMs).unref();
  }

  /** Brings the files up to date with what an earlier process left in its journals. */
  static async open(parts: JournalParts): Promise<Journal> {
    const { folder } = parts;
    const numbers = await journalsIn(folder);
    await settleLeft(
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
    const chapter = [this.#current, ...this.#earlier.toReversed()].find(({ lines }) =>
      lines.has(key),
    );
    const place = chapter?.lines.get(key);
    return chapter && place && textOfLine(chapter.file.read(place.at, place.length));
  }

  /**
   * Resolves when the document is safe.
   * @param key of this document only
   */
  async write(key: string, collection: Collection, text: string): Promise<void> {
    if (this.#current.file.size > mostUnsettled) await this.settle();
    const { file, lines } = this.#current;
    await file.append(journalLine(collection, text), (at, length) =>
      lines.set(key, { at, length }),
    );
    this.#quiet.refresh();
    // Once the last attempt failed, the next one waits until it is quiet.
    if (this.#current.file.size > longestJournal && this.#earlier.length === 0)
      this.#settleUnasked();
  }

  /** Resolves when all that was acknowledged before is in its file. */
  settle(): Promise<void> {
    return this.#settling.run();
  }

  /** @throws storage.unavailable when nothing can be written, or it would be lost */
  async check(): Promise<void> {
    const { file } = this.#current;
    await file.append('\n', () => undefined);
    await file.verify();
  }

  async close(): Promise<void> {
    clearTimeout(this.#quiet);
    await this.#settling.rest();
    await this.#settler.close();
    const { file } = this.#current;
    await file.rest();
    const all = [...this.#earlier.map((one) => one.file), file];
    await settleHere(this.#parts, all);
    for (const one of all) await one.close();
  }

  #settleUnasked(): void {
    this.settle().catch((error: unknown) => {
      this.#parts.log.warn({ err: error }, 'files are behind the journal');
    });
  }

  async #settleBeside(): Promise<void> {
    // No further page while an earlier one could not be settled: they must not grow without end.
    await this.#settleEarlier();
    if (this.#current.lines.size === 0) return;
    await this.#turnPage();
    await this.#settleEarlier();
  }

  async #settleEarlier(): Promise<void> {
    if (this.#earlier.length === 0) return;
    const journals = this.#earlier.map(({ file: { path, fd, size } }) => ({ path, fd, size }));
    await this.#settler.settle(journals);
    await this.#removeEarlier();
  }

  /** From now on lines go to the next file; the one until now is complete. */
  async #turnPage(): Promise<void> {
    const { folder } = this.#parts;
    // Used up even when it fails: the next attempt takes another name.
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
    // One that can't be removed is settled again with the later ones: alone it would undo them.
    for (let first = this.#earlier[0]; first; first = this.#earlier[0]) {
      await first.file.unlink();
      // Nobody reads there any more when its descriptor becomes somebody else's.
      this.#earlier.shift();
      await first.file.close();
    }
    await syncFolder(this.#parts.folder);
  }
}

/** Of an earlier process. */
async function settleLeft(parts: JournalParts, paths: string[]): Promise<void> {
  const left = paths.map((path) => ({
    path,
    fd: fs.openSync(path, 'r'),
    size: fs.statSync(path).size,
  }));
  try {
    await settleHere(parts, left);
  } finally {
    for (const { fd } of left) fs.closeSync(fd);
  }
}

/**
 * When nobody waits for anything else. The journals go one after the other, since an older one that
 * is read alone at the next start would undo what a newer one holds.
 * @param journals oldest first
 */
async function settleHere(
  { folder, log }: JournalParts,
  journals: readonly CompleteJournal[],
): Promise<void> {
  const damages = settleJournals(folder, journals);
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
