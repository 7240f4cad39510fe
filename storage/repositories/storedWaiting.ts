/**
 * Documents that wait, of any kind. A damaged one is left out but never set aside, so that its id
 * stays taken: the quote of a damaged order can't be ordered again.
 */
import type { Stored, WaitingRepository } from '../../commerce/ports/repositories.ts';
import type { WaitingKind } from '../../commerce/ports/waitingKind.ts';
import type { StorageEngine, StorageLog } from '../contract/engine.ts';
import type { Rows } from '../contract/rows.ts';
import type { WaitingName } from '../contract/waitingKinds.ts';
import { CheckedDocuments, isDamaged } from './documents.ts';

export class StoredWaiting<T> implements WaitingRepository<T> {
  protected readonly documents: CheckedDocuments<T>;
  readonly #collection: WaitingName;
  readonly #kind: WaitingKind<T>;
  readonly #rows: Rows;
  readonly #log: StorageLog;

  constructor(
    collection: WaitingName,
    kind: WaitingKind<T>,
    engine: StorageEngine,
    log: StorageLog,
  ) {
    this.documents = new CheckedDocuments(engine, collection, kind.schema);
    this.#collection = collection;
    this.#kind = kind;
    this.#rows = engine.rows(collection);
    this.#log = log;
  }

  /** @throws storage.conflict also when the row of another document has this id */
  insert(document: T): Promise<boolean> {
    const { documentId, row } = this.#placeOf(document);
    return this.documents.create(documentId, document, row);
  }

  /** @throws storage.damaged once; afterwards the document counts as unknown until it is repaired */
  async get(id: string): Promise<Stored<T> | undefined> {
    const documentId = await this.#rows.documentOf(id);
    if (documentId === undefined) return undefined;
    try {
      return await this.documents.read(documentId);
    } catch (error) {
      if (isDamaged(error)) {
        await this.#rows.leaveOut(id);
        const details = { err: error, collection: this.#collection, row: id };
        this.#log.warn(details, 'left out a damaged document');
      }
      throw error;
    }
  }

  async listByTenant(tenantId: string): Promise<T[]> {
    const ids = await this.#rows.ofTenant(tenantId);
    const found = await Promise.all(ids.map((id) => this.#getSound(id)));
    return found.flatMap((stored) => stored?.value ?? []);
  }

  replace(document: T, version: number): Promise<number> {
    const { documentId, row } = this.#placeOf(document);
    return this.documents.save(documentId, document, version, row);
  }

  due(at: string, limit: number): Promise<string[]> {
    return this.#rows.due(at, limit);
  }

  undelivered(limit: number): Promise<string[]> {
    return this.#rows.undelivered(limit);
  }

  nextDue(): Promise<string | undefined> {
    return this.#rows.nextDue();
  }

  #placeOf(document: T) {
    return { documentId: this.#kind.documentId(document), row: this.#kind.row(document) };
  }

  async #getSound(id: string): Promise<Stored<T> | undefined> {
    try {
      return await this.get(id);
    } catch (error) {
      if (!isDamaged(error)) throw error;
      return undefined;
    }
  }
}
