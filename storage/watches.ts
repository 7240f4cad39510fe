import type { Stored, WatchRepository } from '../commerce/repositories.ts';
import { type Watch, watchSchema } from '../commerce/watch/watch.ts';
import { CheckedDocuments, saveDocument } from './documents.ts';
import type { StorageEngine } from './engine.ts';
import { type Row, RowIndex } from './rowIndex.ts';

/** A damaged watch is over: nothing is lost by looking no more. */
export class StoredWatches implements WatchRepository {
  readonly #engine: StorageEngine;
  readonly #documents: CheckedDocuments<Watch>;
  readonly #index: RowIndex;

  private constructor(engine: StorageEngine, index: RowIndex) {
    this.#engine = engine;
    this.#documents = new CheckedDocuments(engine, 'watches', watchSchema);
    this.#index = index;
  }

  /** Reads all watches once. */
  static async open(engine: StorageEngine): Promise<StoredWatches> {
    const index = new RowIndex();
    for await (const { document } of engine.scan('watches')) {
      const parsed = watchSchema.safeParse(document);
      if (parsed.success) index.note(rowOf(parsed.data));
    }
    return new StoredWatches(engine, index);
  }

  async insert(watch: Watch): Promise<void> {
    await saveDocument(this.#engine, 'watches', watch.id, watch, 0);
    this.#index.note(rowOf(watch));
  }

  async get(id: string): Promise<Stored<Watch> | undefined> {
    const stored = await this.#documents.readOrSetAside(id);
    if (!stored) this.#index.forget(id);
    return stored;
  }

  async listByTenant(tenantId: string): Promise<Watch[]> {
    const found = await Promise.all(this.#index.ofTenant(tenantId).map((id) => this.get(id)));
    return found.flatMap((stored) => stored?.value ?? []);
  }

  async replace(watch: Watch, version: number): Promise<number> {
    const next = await saveDocument(this.#engine, 'watches', watch.id, watch, version);
    this.#index.note(rowOf(watch));
    return next;
  }

  async due(at: string, limit: number): Promise<string[]> {
    return this.#index.due(at, limit);
  }

  async undelivered(limit: number): Promise<string[]> {
    return this.#index.undelivered(limit);
  }

  async nextDue(): Promise<string | undefined> {
    return this.#index.nextDue();
  }
}

function rowOf({ id, tenantId, startedAt, nextCheckAt, notice }: Watch): Row {
  const owes = notice === 'pending' || notice === 'sending';
  return { id, documentId: id, tenantId, since: startedAt, nextCheckAt, owes };
}
