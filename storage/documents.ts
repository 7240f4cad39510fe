/** What the repositories have in common: reading with a schema, and writing with a version. */
import type { ZodType } from 'zod';
import { UpgraderaError } from '../commerce/errors.ts';
import { frozen } from '../commerce/frozen.ts';
import type { Stored } from '../commerce/repositories.ts';
import type { Collection, StorageEngine, StoredDocument } from './engine.ts';
import type { Row } from './rows.ts';

/** The documents of a collection, checked: each version once, however often it is read. */
export class CheckedDocuments<T> {
  readonly #engine: StorageEngine;
  readonly #collection: Collection;
  readonly #schema: ZodType<T>;
  readonly #checked = new WeakMap<object, T>();

  constructor(engine: StorageEngine, collection: Collection, schema: ZodType<T>) {
    this.#engine = engine;
    this.#collection = collection;
    this.#schema = schema;
  }

  /** @returns a value that readers share, frozen. @throws storage.damaged when it is of another shape */
  async read(id: string): Promise<Stored<T> | undefined> {
    const stored = await this.#engine.read(this.#collection, id);
    return stored && { value: this.#check(id, stored), version: stored.version };
  }

  /**
   * For documents without which life goes on: one that can't be understood is set aside, and the
   * answer is as if there had never been one.
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

  #check(id: string, { document }: StoredDocument): T {
    const place = typeof document === 'object' && document !== null ? document : undefined;
    const known = place && this.#checked.get(place);
    if (known !== undefined) return known;
    const parsed = this.#schema.safeParse(document);
    if (!parsed.success) {
      throw new UpgraderaError('storage.damaged', `${this.#collection} ${id}`, parsed.error);
    }
    const value = frozen(parsed.data);
    if (place) this.#checked.set(place, value);
    return value;
  }
}

export function isDamaged(error: unknown): error is UpgraderaError {
  return error instanceof UpgraderaError && error.code === 'storage.damaged';
}

/** `version` 0 creates. @returns the new version. @throws storage.conflict */
export async function saveDocument(
  engine: StorageEngine,
  collection: Collection,
  id: string,
  document: unknown,
  version: number,
  row?: Row,
): Promise<number> {
  if (version > 0) return engine.replace(collection, id, document, version, row);
  if (await engine.create(collection, id, document, row)) return 1;
  throw new UpgraderaError('storage.conflict', `${collection} ${id} exists`);
}
