/** One document a file, each under its own `Low`; only the ones used last stay in memory. */
import { randomUUID } from 'node:crypto';
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Low } from 'lowdb';
import { UpgraderaError } from '../../commerce/errors.ts';
import { isDamaged } from '../documents.ts';
import type {
  Collection,
  IdentifiedDocument,
  StorageEngine,
  StorageLog,
  StoredDocument,
} from '../engine.ts';
import { KeyedQueue } from '../keyedQueue.ts';
import type { Row, RowMakers, Rows } from '../rows.ts';
import { DocumentFile, type FileRoom, type Kept, readFound } from './documentFile.ts';
import { asidePath, documentPath, isDocumentName } from './documentPaths.ts';
import { hasCode } from './fileErrors.ts';
import { FolderLock } from './folderLock.ts';
import { FolderSync } from './folderSync.ts';
import { Gate } from './gate.ts';
import { RecentDocuments } from './recentDocuments.ts';
import { RowIndexes } from './rowIndexes.ts';

const openFiles = 64;
/** Characters of text; room for a few thousand conversations that are going on. */
const recentLength = 8_000_000;

export class LowdbEngine implements StorageEngine {
  readonly #folder: string;
  readonly #room: FileRoom;
  readonly #lock: FolderLock;
  readonly #log: StorageLog;
  readonly #queue = new KeyedQueue();
  readonly #gate = new Gate(openFiles);
  readonly #indexes = new RowIndexes();
  readonly #begun = new Set<Promise<unknown>>();
  #closing: Promise<void> | undefined;

  private constructor(folder: string, staging: string, lock: FolderLock, log: StorageLog) {
    this.#folder = folder;
    const folders = new FolderSync();
    this.#room = { staging, recent: new RecentDocuments(recentLength), folders };
    this.#lock = lock;
    this.#log = log;
  }

  /**
   * @param makers for each collection whose documents have rows
   * @throws storage.locked, storage.unavailable when the folder can't be made or written
   */
  static async open(folder: string, log: StorageLog, makers: RowMakers): Promise<LowdbEngine> {
    return namingErrors(async () => {
      await makeFolder(folder);
      const lock = await FolderLock.take(folder);
      try {
        const engine = new LowdbEngine(folder, await emptyStaging(folder), lock, log);
        await engine.#indexes.fill(engine, makers, log);
        return engine;
      } catch (error) {
        await lock.release();
        throw error;
      }
    });
  }

  /** A recent document is there already; while it is being written it is none. */
  async read(collection: Collection, id: string): Promise<StoredDocument | undefined> {
    const known = this.#closing ? undefined : this.#room.recent.get(keyOf(collection, id));
    if (known !== undefined) return storedOf(known);
    return this.#inTurn(collection, id, async (low) => {
      await low.read();
      return storedOf(low.data);
    });
  }

  create(
    collection: Collection,
    id: string,
    document: unknown,
    row?: Row,
    version = 1,
  ): Promise<boolean> {
    const create = () => this.#create(collection, id, document, version);
    return row ? this.#indexes.of(collection).insert(row, id, create) : create();
  }

  #create(
    collection: Collection,
    id: string,
    document: unknown,
    version: number,
  ): Promise<boolean> {
    return this.#inTurn(collection, id, async (low) => {
      await low.read();
      if (low.data) return false;
      low.data = { version, id, document };
      await low.write();
      return true;
    });
  }

  async replace(
    collection: Collection,
    id: string,
    document: unknown,
    version: number,
    row?: Row,
  ): Promise<number> {
    const next = await this.#replace(collection, id, document, version);
    if (row) this.#indexes.of(collection).note(row, id);
    return next;
  }

  #replace(
    collection: Collection,
    id: string,
    document: unknown,
    version: number,
  ): Promise<number> {
    return this.#inTurn(collection, id, async (low) => {
      await low.read();
      if (low.data?.version !== version) {
        const found = low.data ? `version ${low.data.version}` : 'nothing';
        throw new UpgraderaError(
          'storage.conflict',
          `${collection} ${id}: expected version ${version}, found ${found}`,
        );
      }
      low.data = { version: version + 1, id, document };
      await low.write();
      return version + 1;
    });
  }

  rows(collection: Collection): Rows {
    return this.#indexes.of(collection);
  }

  remove(collection: Collection, id: string): Promise<void> {
    return this.#inTurn(collection, id, async (_low, path) => {
      this.#room.recent.delete(keyOf(collection, id));
      await rm(path, { force: true });
      this.#indexes.of(collection).forget(id);
    });
  }

  setAside(
    collection: Collection,
    id: string,
    fault: (document: unknown) => string | undefined,
  ): Promise<void> {
    return this.#inTurn(collection, id, async (low, path) => {
      const reason = await faultOf(low, fault);
      if (reason === undefined) return;
      const file = asidePath(path, new Date());
      this.#room.recent.delete(keyOf(collection, id));
      await rename(path, file);
      this.#indexes.of(collection).forget(id);
      this.#log.warn({ code: 'storage.damaged', reason, file }, 'set a document aside');
    });
  }

  async *scan(collection: Collection): AsyncIterable<IdentifiedDocument> {
    for (const fan of await this.#list(join(this.#folder, collection))) {
      const folder = join(this.#folder, collection, fan);
      const paths = (await this.#list(folder)).filter(isDocumentName).map((n) => join(folder, n));
      for (const kept of await Promise.all(paths.map((path) => this.#readFound(path)))) {
        if (kept) yield { id: kept.id, document: kept.document, version: kept.version };
      }
    }
  }

  async check(): Promise<void> {
    const id = randomUUID();
    await this.create('probes', id, id);
    // What memory holds says nothing about the disk.
    this.#room.recent.delete(keyOf('probes', id));
    const found = await this.read('probes', id);
    await this.remove('probes', id);
    if (found?.document !== id) {
      throw new UpgraderaError('storage.unavailable', 'a probe did not come back');
    }
  }

  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  async #close(): Promise<void> {
    await Promise.allSettled(this.#begun);
    await this.#room.folders.close();
    await this.#lock.release();
  }

  #inTurn<T>(
    collection: Collection,
    id: string,
    task: (low: Low<Kept | null>, path: string) => Promise<T>,
  ): Promise<T> {
    const path = documentPath(this.#folder, collection, id);
    const key = keyOf(collection, id);
    const low = new Low<Kept | null>(new DocumentFile(path, key, this.#room), null);
    return this.#run(() => this.#queue.run(key, () => this.#gate.run(() => task(low, path))));
  }

  /** @returns null for a damaged document, which stays where it is. */
  async #readFound(path: string): Promise<Kept | null> {
    try {
      return await this.#run(() => this.#gate.run(() => readFound(path)));
    } catch (error) {
      if (!isDamaged(error)) throw error;
      const reason = String(error.cause ?? error.detail);
      this.#log.warn({ code: error.code, reason, file: path }, 'left out a damaged document');
      return null;
    }
  }

  #list(folder: string): Promise<string[]> {
    return this.#run(() =>
      readdir(folder).catch((error: unknown) => {
        if (hasCode(error, 'ENOENT')) return [];
        throw error;
      }),
    );
  }

  async #run<T>(task: () => Promise<T>): Promise<T> {
    if (this.#closing) throw new UpgraderaError('storage.unavailable', 'closed');
    const running = namingErrors(task);
    this.#begun.add(running);
    try {
      return await running;
    } finally {
      this.#begun.delete(running);
    }
  }
}

function keyOf(collection: Collection, id: string): string {
  return `${collection} ${id}`;
}

function storedOf(kept: Kept | null): StoredDocument | undefined {
  return kept ? { document: kept.document, version: kept.version } : undefined;
}

async function faultOf(
  low: Low<Kept | null>,
  fault: (document: unknown) => string | undefined,
): Promise<string | undefined> {
  try {
    await low.read();
    return low.data ? fault(low.data.document) : undefined;
  } catch (error) {
    if (!isDamaged(error)) throw error;
    return String(error.cause ?? error.detail);
  }
}

/**
 * Not `mkdir` with `recursive`: that tries forever where a folder refuses every name, as `/proc`
 * does.
 */
async function makeFolder(folder: string, parentIsThere = false): Promise<void> {
  try {
    await mkdir(folder, { mode: 0o700 });
  } catch (error) {
    const parent = dirname(folder);
    if (hasCode(error, 'EEXIST') && (await stat(folder)).isDirectory()) return;
    if (!hasCode(error, 'ENOENT') || parentIsThere || parent === folder) throw error;
    await makeFolder(parent);
    await makeFolder(folder, true);
  }
}

/** What a killed process had not finished lies in this folder, and nowhere else. */
async function emptyStaging(folder: string): Promise<string> {
  const staging = join(folder, '.staging');
  await rm(staging, { recursive: true, force: true });
  await mkdir(staging);
  return staging;
}

/** Errors of the file system become ours, with what it said in the detail. */
async function namingErrors<T>(task: () => Promise<T>): Promise<T> {
  try {
    return await task();
  } catch (error) {
    if (error instanceof Error && 'syscall' in error) {
      throw new UpgraderaError('storage.unavailable', error.message, error);
    }
    throw error;
  }
}
