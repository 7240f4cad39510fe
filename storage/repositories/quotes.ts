import { type Quote, quoteSchema } from '../../commerce/model/quote.ts';
import type { QuoteRepository } from '../../commerce/ports/repositories.ts';
import type { StorageEngine } from '../contract/engine.ts';
import { CheckedDocuments } from './documents.ts';

/** Quotes never change. A damaged one is treated as one that was never made. */
export class StoredQuotes implements QuoteRepository {
  readonly #documents: CheckedDocuments<Quote>;

  constructor(engine: StorageEngine) {
    this.#documents = new CheckedDocuments(engine, 'quotes', quoteSchema, true);
  }

  /** @throws storage.conflict when a quote of this id exists */
  async insert(quote: Quote): Promise<void> {
    await this.#documents.save(quote.id, quote, 0);
  }

  async get(id: string): Promise<Quote | undefined> {
    return (await this.#documents.readOrSetAside(id))?.value;
  }
}
