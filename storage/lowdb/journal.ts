/**
 * What was acknowledged and is not in its file yet. A write is a line in the journal; the files are
 * brought up to date when it is quiet or the journal is long, each once, however often it was
 * written meanwhile. After a crash the journal is read before anything else.
 */
import { readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Collection, StorageLog } from '../engine.ts';
import { asidePath, documentPath } from './documentPaths.ts';
import type { DocumentWriter } from './documentWriter.ts';
import { JournalFile } from './journalFile.ts';
import { journalLine, readJournalLines } from './journalLines.ts';
import { SharedRun } from './sharedRun.ts';

const journalName = /^journal-(\d+)\.log$/;
/** Bytes, of which what is not in its file yet stays in memory; read in no time at the start. */
const longestJournal = 16 * 1024 * 1024;
/** Milliseconds without a write, after which the files are brought up to date. */
const quietMs = 1_000;

export interface JournalParts {
  folder: string;
  files: DocumentWriter;
  log: StorageLog;
}

export class Journal {
  readonly #parts: JournalParts;
  /** Text by path. */
  readonly #unsettled = new Map<string, string>();
  readonly #settling = new SharedRun(() => this.#settle());
  readonly #quiet: NodeJS.Timeout;
  #current: JournalFile;
  #number: number;
  /** Journals whose documents are not all in their files. */
  #earlier: string[] = [];

  private constructor(parts: JournalParts, number: number, current: JournalFile) {
    this.#parts = parts;
    this.#number = number;
    this.#current = current;
    this.#quiet = setTimeout(() => this.#settleUnasked(), quietMs).unref();
  }

  /** Brings the files up to date with what an earlier process left in its journals. */
  static async open(parts: JournalParts): Promise<Journal> {
    const { folder, files, log } = parts;
    const numbers = await journalsIn(folder);
    const texts = new Map<string, string>();
    const damages = new Map<string, number>();
    for (const number of numbers) {
      const path = journalPath(folder, number);
      const { entries, damaged } = readJournalLines(await readFile(path, 'utf8'));
      for (const { collection, id, text } of entries) {
        texts.set(documentPath(folder, collection, id), text);
      }
      if (damaged > 0) damages.set(path, damaged);
    }
    // Before any journal goes: killed in between, all of them are read again.
    await files.write(texts);
    for (const [path, lines] of damages) await keepDamaged(path, lines, log);
    for (const number of numbers) await rm(journalPath(folder, number), { force: true });
    const number = (numbers.at(-1) ?? 0) + 1;
    const current = await JournalFile.create(journalPath(folder, number));
    await files.sync(folder);
    return new Journal(parts, number, current);
  }

  /** @returns undefined when the file at this path is up to date. */
  textOf(path: string): string | undefined {
    return this.#unsettled.get(path);
  }

  /** Resolves when the document is safe. */
  async write(path: string, collection: Collection, text: string): Promise<void> {
    // The files could not be written for long: what waits for them must not grow without end.
    if (this.#current.size > 2 * longestJournal) await this.settle();
    await this.#current.append(journalLine(collection, text), () => {
      this.#unsettled.set(path, text);
    });
    this.#quiet.refresh();
    if (this.#current.size > longestJournal) this.#settleUnasked();
  }

  /** Resolves when all that was acknowledged before is in its file. */
  settle(): Promise<void> {
    return this.#settling.run();
  }

  /** @throws storage.unavailable when nothing can be written, or it would be lost */
  async check(): Promise<void> {
    await this.#current.append('\n', () => undefined);
    await this.#current.verify();
  }

  async close(): Promise<void> {
    clearTimeout(this.#quiet);
    await this.settle();
    await this.#settling.rest();
    await this.#current.close();
    await rm(this.#current.path, { force: true });
  }

  #settleUnasked(): void {
    this.settle().catch((error: unknown) => {
      this.#parts.log.warn({ err: error }, 'files are behind the journal');
    });
  }

  async #settle(): Promise<void> {
    if (this.#unsettled.size === 0) return;
    const { files, folder } = this.#parts;
    await this.#rotate();
    const texts = new Map(this.#unsettled);
    await files.write(texts);
    for (const [path, text] of texts) {
      if (this.#unsettled.get(path) === text) this.#unsettled.delete(path);
    }
    for (const path of this.#earlier.splice(0)) await rm(path, { force: true });
    await files.sync(folder);
  }

  /** From now on lines go to the next file; the one until now is complete. */
  async #rotate(): Promise<void> {
    const { files, folder } = this.#parts;
    // Used up even when it fails: the next attempt takes another name.
    this.#number += 1;
    const next = await JournalFile.create(journalPath(folder, this.#number));
    await files.sync(folder);
    const before = this.#current;
    this.#current = next;
    this.#earlier.push(before.path);
    await before.close();
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

async function keepDamaged(path: string, lines: number, log: StorageLog): Promise<void> {
  const file = asidePath(path, new Date());
  await rename(path, file);
  log.warn({ code: 'storage.damaged', lines, file }, 'left out damaged lines of a journal');
}
