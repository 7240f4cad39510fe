/**
 * What this process has seen of the database: others change it, so a version is asked for before one of
 * these stands for what is stored. That saves the way of its text, and the work of reading it.
 */
import { deepFreeze } from '../../commerce/base/deepFreeze.ts';
import type { Collection } from '../contract/collection.ts';
import type { StoredDocument } from '../contract/engine.ts';
import { RecentDocuments } from '../contract/recentDocuments.ts';
import { keyOf } from './text.ts';

/** Characters of text, five times that in memory; room for some hundred conversations going on. */
const documentsLength = 2_000_000;
const tenantsLength = 200_000;
const rowsLength = 200_000;

interface Place {
  collection: Collection;
  id: string;
}

/** By collection and id: what is known, and how the database is told that. */
type Known = Map<string, { stored: StoredDocument; mark: Buffer }>;

export class SeenDocuments {
  readonly #documents = new RecentDocuments<StoredDocument>(documentsLength);
  readonly #ofTenants = new RecentDocuments<readonly Place[]>(tenantsLength);

  readonly #brought = new Map<string, StoredDocument>();
  readonly #ofRows = new RecentDocuments<Place>(rowsLength);

  get({ collection, id }: Place): StoredDocument | undefined {
    return this.#documents.get(`${collection} ${id}`) ?? undefined;
  }

  /** @returns it, frozen */
  keep({ collection, id }: Place, stored: StoredDocument, textLength: number): StoredDocument {
    this.#brought.delete(`${collection} ${id}`);
    this.#documents.set(`${collection} ${id}`, deepFreeze(stored), textLength);
    return stored;
  }

  forget({ collection, id }: Place): void {
    this.#brought.delete(`${collection} ${id}`);
    this.#documents.delete(`${collection} ${id}`);
  }

  /** What the database has just said: it stands until anybody can have written, for who reads it at once. */
  bring({ collection, id }: Place, stored: StoredDocument): void {
    if (this.#brought.size === 0) setImmediate(() => this.#brought.clear());
    this.#brought.set(`${collection} ${id}`, stored);
  }

  justRead({ collection, id }: Place): StoredDocument | undefined {
    return this.#brought.get(`${collection} ${id}`);
  }

  /** Which documents were found by the tenant. */
  keepOfTenant(tenantId: string, places: readonly Place[]): void {
    this.#ofTenants.set(tenantId, places, 60 * places.length);
  }

  /** Which document was found by its row. */
  keepRow(rowId: string, place: Place): void {
    this.#ofRows.set(`${place.collection} ${rowId}`, place, 60);
  }

  placeOfRow(collection: Collection, rowId: string): Place | undefined {
    return this.#ofRows.get(`${collection} ${rowId}`) ?? undefined;
  }

  /** What is known of the documents of the tenant, by collection and id. */
  ofTenant(tenantId: string): Known {
    const known: Known = new Map();
    for (const place of this.#ofTenants.get(tenantId) ?? []) {
      const stored = this.get(place);
      if (!stored) continue;
      const { collection, id } = place;
      const version = Buffer.alloc(4);
      version.writeInt32BE(stored.version);
      const mark = Buffer.concat([Buffer.from(collection), keyOf(id), version]);
      known.set(`${collection} ${id}`, { stored, mark });
    }
    return known;
  }
}
