/**
 * One document a file, each under its own `Low`, and a journal before them; only the documents used
 * last stay in memory.
 */
import { readdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { Low } from 'lowdb';
import { isConflict, UpgraderaError } from '../../commerce/base/errors.ts';
import type { Row } from '../../commerce/ports/waitingKind.ts';
import type { Collection } from '../contract/collection.ts';
import type {
  IdentifiedDocument,
  StorageEngine,
  StorageLog,
  StoredDocument,
} from '../contract/engine.ts';
import { KeyedQueue } from '../contract/keyedQueue.ts';
import { OpenCalls } from '../contract/openCalls.ts';
import type { RowMakers, Rows } from '../contract/rows.ts';
import { isDamaged } from '../repositories/documents.ts';
import { emptyStaging, makeFolder } from './dataFolder.ts';
import { DocumentFile, type Room, readFound } from './documents/documentFile.ts';
import { asidePath, documentPath, isDocumentName } from './documents/documentPaths.ts';
import type { FileContent } from './documents/fileContent.ts';
import { RecentDocuments } from './documents/recentDocuments.ts';
import { hasCode, namingErrors } from './fileErrors.ts';
import { FolderLock } from './folderLock.ts';
import { Gate } from './gate.ts';
import { Journal } from './journal/journal.ts';
import { RowIndexes } from './rows/rowIndexes.ts';

const openFiles = 64;
/** Characters of text, five times that in memory; room for 250 conversations going on. */
const recentLength = 1_000_000;

export class LowdbEngine implements StorageEngine {
  readonly #room: Room;
  readonly #lock: FolderLock;
  readonly #log: StorageLog;
  readonly #queue = new KeyedQueue();
  readonly #indexes = new RowIndexes();
  readonly #calls = new OpenCalls();
  #closing: Promise<void> | undefined;

  private constructor(parts: {
    folder: string;
    journal: Journal;
    lock: FolderLock;
    log: StorageLog;
  }) {
    this.#lock = parts.lock;
    this.#log = parts.log;
    const recent = new RecentDocuments(recentLength);
    const { folder, journal } = parts;
    this.#room = { folder, journal, recent, gate: new Gate(openFiles) };
  }

  /**
   * @param makers for each collection whose documents have rows
   * @throws storage.locked, storage.unavailable when the folder can't be made or written
   */
  static async open(folder: string, log: StorageLog, makers: RowMakers): Promise<LowdbEngine> {
    return namingErrors(async () => {
      await makeFolder(folder);
      const lock = await FolderLock.take(folder);
      let engine: LowdbEngine | undefined;
      try {
        await emptyStaging(folder);
        const journal = await Journal.open({ folder, log });
        engine = new LowdbEngine({ folder, journal, lock, log });
        await engine.#indexes.fill(engine, makers, log);
        return engine;
      } catch (error) {
        await (engine ? engine.close() : lock.release());
        throw error;
      }
    });
  }

  /** A recent document is there already; while it is being written it is none. */
  async read(collection: Collection, id: string): Promise<StoredDocument | undefined> {
    const known = this.#calls.ended ? undefined : this.#room.recent.get(keyOf(collection, id));
    if (known !== undefined) return storedOf(known);
    return this.#inTurn(collection, id, async (low) => {
      await low.read();
      return storedOf(low.data);
    });
  }

  async create(
    collection: Collection,
    id: string,
    document: unknown,
    row?: Row,
    version = 1,
  ): Promise<boolean> {
    const create = () => this.#create(collection, id, document, version);
    if (!row) return create();
    try {
      return await this.#indexes.of(collection).insert(row, id, create);
    } catch (error) {
      // A document that is there is there, whatever its row should have been.
      if (isConflict(error) && (await this.read(collection, id))) return false;
      throw error;
    }
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

  setAside(
    collection: Collection,
    id: string,
    fault: (document: unknown) => string | undefined,
  ): Promise<void> {
    return this.#inTurn(collection, id, async (low) => {
      const reason = await faultOf(low, fault);
      if (reason === undefined) return;
      // Afterwards no journal brings it back.
      await this.#room.journal.settle();
      const path = documentPath(this.#room.folder, collection, id);
      const file = asidePath(path, new Date());
      this.#room.recent.delete(keyOf(collection, id));
      await rename(path, file);
      this.#indexes.of(collection).forget(id);
      this.#log.warn({ code: 'storage.damaged', reason, file }, 'set a document aside');
    });
  }

  async *scan(collection: Collection): AsyncIterable<IdentifiedDocument> {
    await this.#run(() => this.#room.journal.settle());
    for (const fan of await this.#list(join(this.#room.folder, collection))) {
      const folder = join(this.#room.folder, collection, fan);
      const paths = (await this.#list(folder)).filter(isDocumentName).map((n) => join(folder, n));
      // A few at a time: what was read and not asked for yet would fill the memory.
      while (paths.length > 0) {
        const few = paths.splice(-openFiles).map((path) => this.#readFound(path));
        for (const content of await Promise.all(few)) {
          if (content)
            yield { id: content.id, document: content.document, version: content.version };
        }
      }
    }
  }

  check(): Promise<void> {
    return this.#run(() => this.#room.journal.check());
  }

  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  async #close(): Promise<void> {
    await this.#calls.end();
    try {
      await namingErrors(() => this.#room.journal.close());
    } finally {
      await this.#lock.release();
    }
  }

  #inTurn<T>(
    collection: Collection,
    id: string,
    task: (low: Low<FileContent | null>) => Promise<T>,
  ): Promise<T> {
    const key = keyOf(collection, id);
    const file = new DocumentFile({ collection, id, key }, this.#room);
    const low = new Low<FileContent | null>(file, null);
    return this.#run(() => this.#queue.run(key, () => task(low)));
  }

  /** @returns null for a damaged document, which stays where it is. */
  async #readFound(path: string): Promise<FileContent | null> {
    try {
      return await this.#run(() => this.#room.gate.run(() => readFound(path)));
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

  #run<T>(task: () => Promise<T>): Promise<T> {
    return this.#calls.run(() => namingErrors(task));
  }
}

function keyOf(collection: Collection, id: string): string {
  return `${collection} ${id}`;
}

function storedOf(content: FileContent | null): StoredDocument | undefined {
  return content ? { document: content.document, version: content.version } : undefined;
}

async function faultOf(
  low: Low<FileContent | null>,
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
