/**
 * Documents in files of a folder, each under lowdb's `Low`, with a journal before them. lowdb's own
 * adapters don't wait for the disk; docs/design.md says what else is added to them, and why.
 */
import type { Low } from 'lowdb';
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
import { DocumentFiles, keyOf } from './documents/documentFiles.ts';
import type { FileContent } from './documents/fileContent.ts';
import { withStorageErrors } from './fileErrors.ts';
import { FolderLock } from './folderLock.ts';
import { Journal } from './journal/journal.ts';
import { RowIndexes } from './rows/rowIndexes.ts';

export class LowdbEngine implements StorageEngine {
  readonly #journal: Journal;
  readonly #files: DocumentFiles;
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
    this.#journal = parts.journal;
    this.#files = new DocumentFiles(parts);
  }

  /**
   * @param makers for each collection whose documents have rows
   * @throws storage.locked, storage.unavailable when the folder can't be made or written
   */
  static async open(folder: string, log: StorageLog, makers: RowMakers): Promise<LowdbEngine> {
    return withStorageErrors(async () => {
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

  /** Answers at once from the recent documents; one that is being written is not among them. */
  async read(collection: Collection, id: string): Promise<StoredDocument | undefined> {
    const known = this.#calls.ended ? undefined : this.#files.recent(collection, id);
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
      // The document exists: that answers the call, whatever its row would have met.
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
      const file = await this.#files.setAside(collection, id);
      this.#indexes.of(collection).forget(id);
      this.#log.warn({ code: 'storage.damaged', reason, file }, 'set a document aside');
    });
  }

  async *scan(collection: Collection): AsyncIterable<IdentifiedDocument> {
    const all = this.#files.all(collection)[Symbol.asyncIterator]();
    for (let next = await this.#run(() => all.next()); !next.done; ) {
      yield next.value;
      next = await this.#run(() => all.next());
    }
  }

  check(): Promise<void> {
    return this.#run(() => this.#journal.check());
  }

  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  async #close(): Promise<void> {
    await this.#calls.end();
    try {
      await withStorageErrors(() => this.#journal.close());
    } finally {
      await this.#lock.release();
    }
  }

  #inTurn<T>(
    collection: Collection,
    id: string,
    task: (low: Low<FileContent | null>) => Promise<T>,
  ): Promise<T> {
    const low = this.#files.document(collection, id);
    return this.#run(() => this.#queue.run(keyOf(collection, id), () => task(low)));
  }

  #run<T>(task: () => Promise<T>): Promise<T> {
    return this.#calls.run(() => withStorageErrors(task));
  }
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
