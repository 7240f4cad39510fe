import { type Quote, quoteSchema } from '../commerce/quote/quote.ts';
import type { QuoteRepository } from '../commerce/repositories.ts';
import { readOrSetAside, saveDocument } from './documents.ts';
import type { StorageEngine } from './engine.ts';

/** Quotes never change. A damaged one is as unknown as one that was never made. */
export class StoredQuotes implements QuoteRepository {
  readonly #engine: StorageEngine;

  constructor(engine: StorageEngine) {
    this.#engine = engine;
  }

  /** @throws storage.conflict when a quote of this id exists */
  async insert(quote: Quote): Promise<void> {
    await saveDocument(this.#engine, 'quotes', quote.id, quote, 0);
  }

  async get(id: string): Promise<Quote | undefined> {
    return (await readOrSetAside(this.#engine, 'quotes', id, quoteSchema))?.value;
  }
}
