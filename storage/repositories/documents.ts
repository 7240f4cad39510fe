/** What the repositories have in common: reading with a schema, and writing with a version. */
import type { ZodType } from 'zod';
import { deepFreeze } from '../../commerce/base/deepFreeze.ts';
import { isConflict, UpgraderaError } from '../../commerce/base/errors.ts';
import type { Stored } from '../../commerce/ports/repositories.ts';
import type { Row } from '../../commerce/ports/waitingKind.ts';
import type { Collection } from '../contract/collection.ts';
import type { StorageEngine, StoredDocument } from '../contract/engine.ts';
import { KeyedQueue } from '../contract/keyedQueue.ts';

/** The documents of a collection, checked by their schema: each version once, however often it is read. */
export class CheckedDocuments<T> {
  readonly #engine: StorageEngine;
  readonly #collection: Collection;
  readonly #schema: ZodType<T>;
  readonly #fixed: boolean;
  readonly #checked = new WeakMap<object, T>();
  readonly #changes = new KeyedQueue();

  /** @param fixed they are never changed once they are made */
  constructor(engine: StorageEngine, collection: Collection, schema: ZodType<T>, fixed = false) {
    this.#engine = engine;
    this.#fixed = fixed;
    this.#collection = collection;
    this.#schema = schema;
  }

  /** @returns a value that readers share, frozen. @throws storage.damaged when it is of another shape */
  async read(id: string): Promise<Stored<T> | undefined> {
    const stored = await this.#engine.read(this.#collection, id, this.#fixed);
    return stored && { value: this.#check(id, stored), version: stored.version };
  }

  /**
   * For documents that can be made anew: one that can't be understood is set aside, and the answer is
   * as if there had never been one.
   */
  async readOrSetAside(id: string): Promise<Stored<T> | undefined> {
    try {
      return await this.read(id);
    } catch (error) {
      if (!isDamaged(error)) throw error;
      await this.#engine.setAside(
        this.#collection,
        id,
        (document) => this.#schema.safeParse(document).error?.message,
      );
      return undefined;
    }
  }

  /** All of them, in no order; damaged ones are left out. */
  async *all(): AsyncIterable<T> {
    for await (const { document } of this.#engine.scan(this.#collection)) {
      const parsed = this.#schema.safeParse(document);
      if (parsed.success) yield parsed.data;
    }
  }

  /** Of many calls at the same time exactly one gets true. @returns false, and writes nothing, when the document exists. */
  async create(id: string, value: T, row?: Row): Promise<boolean> {
    const created = await this.#engine.create(this.#collection, id, value, row);
    if (created) this.#trust(value);
    return created;
  }

  /** `version` 0 creates. @returns the new version. @throws storage.conflict */
  async save(id: string, value: T, version: number, row?: Row): Promise<number> {
    if (version > 0) {
      const next = await this.#engine.replace(this.#collection, id, value, version, row);
      this.#trust(value);
      return next;
    }
    if (await this.create(id, value, row)) return 1;
    throw new UpgraderaError('storage.conflict', `${this.#collection} ${id} exists`);
  }

  /**
   * Reads, decides and writes, again when another process wrote in between; those of this one go one
   * after another, since all but one of them would be refused. A document that can't be understood is
   * set aside first.
   * @param decide gets what is stored, and returns what is to be stored; undefined leaves it. It may
   * run several times, so it must do nothing else.
   * @returns what is stored afterwards
   */
  change(id: string, decide: (known: T | undefined) => T | undefined): Promise<T | undefined> {
    return this.#changes.run(id, () => this.#change(id, decide));
  }

  async #change(
    id: string,
    decide: (known: T | undefined) => T | undefined,
  ): Promise<T | undefined> {
    // This ends, since every conflict means that somebody else's change was written.
    for (;;) {
      const known = await this.readOrSetAside(id);
      const next = decide(known?.value);
      if (next === undefined) return known?.value;
      try {
        await this.save(id, next, known?.version ?? 0);
        return next;
      } catch (error) {
        if (!isConflict(error)) throw error;
      }
    }
  }

  /** An engine may return the very object that was written. */
  #trust(value: T): void {
    if (typeof value === 'object' && value !== null) this.#checked.set(value, value);
  }

  #check(id: string, { document }: StoredDocument): T {
    const place = typeof document === 'object' && document !== null ? document : undefined;
    const known = place && this.#checked.get(place);
    if (known !== undefined) return known;
    const parsed = this.#schema.safeParse(document);
    if (!parsed.success) {
      throw new UpgraderaError('storage.damaged', `${this.#collection} ${id}`, parsed.error);
    }
    const value = deepFreeze(parsed.data);
    if (place) this.#checked.set(place, value);
    return value;
  }
}

export function isDamaged(error: unknown): error is UpgraderaError {
  return error instanceof UpgraderaError && error.code === 'storage.damaged';
}
