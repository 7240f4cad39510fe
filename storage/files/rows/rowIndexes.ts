import type { Collection } from '../../contract/collection.ts';
import type { StorageEngine, StorageLog } from '../../contract/engine.ts';
import type { RowMakers } from '../../contract/rows.ts';
import { RowIndex } from './rowIndex.ts';

/** An index for each collection. */
export class RowIndexes {
  readonly #indexes = new Map<Collection, RowIndex>();

  of(collection: Collection): RowIndex {
    const index = this.#indexes.get(collection) ?? new RowIndex();
    this.#indexes.set(collection, index);
    return index;
  }

  /** Reads every document that has a row, once; a damaged one is logged and left out. */
  async fill(engine: StorageEngine, makers: RowMakers, log: StorageLog): Promise<void> {
    for (const [name, make] of Object.entries(makers)) {
      const collection = name as Collection;
      for await (const { id, document } of engine.scan(collection)) {
        try {
          this.of(collection).note(make(document), id);
        } catch (error) {
          const details = { code: 'storage.damaged', collection, id, reason: String(error) };
          log.warn(details, 'left out a damaged document');
        }
      }
    }
  }
}
