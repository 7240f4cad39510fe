import { z } from 'zod';
import type { PriceSheetRepository, Stored } from '../../commerce/ports/repositories.ts';
import type { StorageEngine } from '../contract/engine.ts';
import { CheckedDocuments } from './documents.ts';

/** The back end that writes these documents knows their shape and checks it. */
export class StoredPriceSheets implements PriceSheetRepository {
  readonly #documents: CheckedDocuments<unknown>;

  constructor(engine: StorageEngine) {
    this.#documents = new CheckedDocuments(engine, 'priceSheets', z.unknown());
  }

  load(market: string): Promise<Stored<unknown> | undefined> {
    return this.#documents.readOrSetAside(market);
  }

  save(market: string, sheet: unknown, version: number): Promise<number> {
    return this.#documents.save(market, sheet, version);
  }
}
