/** All documents in one table, their rows beside them in columns; for any number of processes. */
import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import { isConflict } from '../../commerce/base/errors.ts';
import type { Row } from '../../commerce/ports/waitingKind.ts';
import type { Collection } from '../contract/collection.ts';
import type {
  IdentifiedDocument,
  StorageEngine,
  StorageLog,
  StoredDocument,
} from '../contract/engine.ts';
import type { Rows } from '../contract/rows.ts';
import type { Turns } from '../contract/turns.ts';
import { Database } from './database.ts';
import { LeasedWork } from './leasedWork.ts';
import { migrate } from './migrations.ts';
import { PostgresRows, type PostgresRowsParts } from './postgresRows.ts';
import { SeenDocuments } from './seenDocuments.ts';
import { fromText, keyOf, toText } from './text.ts';
import { LockedTurns } from './turns/lockedTurns.ts';
import { Trips } from './turns/trips.ts';
import { openScope, type Scopes } from './turns/turnScope.ts';
import { writeTurn } from './turns/writeTurn.ts';
import { WaitingTogether } from './waitingTogether.ts';
import type { Write } from './writes.ts';

const scannedAtOnce = 200;

interface Found extends StoredDocument {
  id: string;
  key: Buffer;
}

export class PostgresEngine implements StorageEngine {
  readonly #database: Database;
  readonly #log: StorageLog;
  readonly #trips: Trips;
  readonly #seen = new SeenDocuments();
  readonly #scopes: Scopes = new AsyncLocalStorage();
  readonly #rows = new Map<Collection, PostgresRows>();
  readonly #rowParts: PostgresRowsParts;

  private constructor(database: Database, log: StorageLog) {
    this.#database = database;
    this.#log = log;
    this.#trips = new Trips(database);
    const { query } = database;
    const together = new WaitingTogether(query);
    const [seen, scopes, trips] = [this.#seen, this.#scopes, this.#trips];
    this.#rowParts = { query, seen, scopes, together, trips };
  }

  /** Builds what tables are missing. @throws storage.unavailable */
  static async open(url: string, log: StorageLog): Promise<PostgresEngine> {
    const database = await Database.open(url, log);
    try {
      await migrate(database);
    } catch (error) {
      await database.close();
      throw error;
    }
    return new PostgresEngine(database, log);
  }

  /** Turns in which what is asked of this engine is known beforehand, and what is written waits for the end. */
  turns(): Turns & { close(): Promise<void> } {
    const { seen, scopes, trips } = this.#rowParts;
    return new LockedTurns({ database: this.#database, seen, scopes, trips, log: this.#log });
  }

  /** Work on rows that one process does at a time. */
  work(): LeasedWork {
    return new LeasedWork(this.#database, this.#log);
  }

  async read(
    collection: Collection,
    id: string,
    fixed = false,
  ): Promise<StoredDocument | undefined> {
    const scope = openScope(this.#scopes);
    const known = scope?.read(collection, id);
    if (known !== undefined) return known ?? undefined;
    const found = await this.#fetch(collection, id, fixed);
    scope?.note(collection, id, found ?? null);
    return found;
  }

  async #fetch(
    collection: Collection,
    id: string,
    fixed: boolean,
  ): Promise<StoredDocument | undefined> {
    const place = { collection, id };
    const brought = this.#seen.justRead(place);
    if (brought) return brought;
    const seen = this.#seen.get(place);
    if (seen && fixed) return seen;
    const known = seen?.version ?? 0;
    const { found } = await this.#trips.ask({ kind: 'read', collection, key: keyOf(id), known });
    if (!found[0]) return undefined;
    const { version, document } = found[0];
    if (document === null) return seen;
    const read = { document: JSON.parse(document), version };
    return this.#seen.keep(place, read, document.length);
  }

  async create(
    collection: Collection,
    id: string,
    document: unknown,
    row?: Row,
    version = 1,
  ): Promise<boolean> {
    const scope = openScope(this.#scopes);
    if (scope) return scope.create(collection, id, document, row);
    try {
      await this.#write({ collection, id, document, row, base: 0, version });
      return true;
    } catch (error) {
      if (isConflict(error) && (await this.read(collection, id))) return false;
      throw error;
    }
  }

  async replace(
    collection: Collection,
    id: string,
    document: unknown,
    version: number,
    row?: Row,
  ): Promise<number> {
    const scope = openScope(this.#scopes);
    if (scope) {
      if (row) this.#rowsOf(collection).readmit(row.id);
      return scope.replace(collection, id, document, version, row);
    }
    const base = version;
    await this.#write({ collection, id, document, row, base, version: version + 1 });
    if (row) this.#rowsOf(collection).readmit(row.id);
    return version + 1;
  }

  /** By itself, and at once. @throws storage.conflict */
  #write(write: Write): Promise<void> {
    this.#seen.forget(write);
    return writeTurn(this.#trips, this.#seen, undefined, { writes: [write], read: [] });
  }

  rows(collection: Collection): Rows {
    return this.#rowsOf(collection);
  }

  async setAside(
    collection: Collection,
    id: string,
    fault: (document: unknown) => string | undefined,
  ): Promise<void> {
    openScope(this.#scopes)?.forget(collection, id);
    this.#seen.forget({ collection, id });
    await this.#database.transaction(async (query) => {
      const place = [collection, keyOf(id)];
      const [found] = await query<{ document: unknown }>(
        'select document from documents where collection = $1 and key = $2 for update',
        place,
      );
      const reason = found && fault(found.document);
      if (reason === undefined) return;
      await query(
        `with gone as (
            delete from documents where collection = $1 and key = $2
            returning collection, id, version, document
          )
          insert into set_aside (collection, id, version, document, reason)
          select collection, id, version, document, $3 from gone`,
        [...place, toText(reason)],
      );
      this.#log.warn({ code: 'storage.damaged', reason, collection, id }, 'set a document aside');
    });
  }

  async *scan(collection: Collection): AsyncIterable<IdentifiedDocument> {
    let last: Buffer = Buffer.alloc(0);
    for (;;) {
      const found = await this.#database.query<Found>(
        `select key, id, version, document from documents
          where collection = $1 and key > $2 order by key limit $3`,
        [collection, last, scannedAtOnce],
      );
      for (const { id, version, document } of found) yield { id: fromText(id), version, document };
      const end = found.at(-1);
      if (!end) return;
      last = end.key;
    }
  }

  /** A write whose commit waits for the disk, as that of a document does. */
  async check(): Promise<void> {
    await this.#database.transaction(async (query) => {
      const probe = ['probes', keyOf(randomUUID())];
      await query(
        `insert into documents (collection, key, id, version, document) values ($1, $2, '', 1, '0')`,
        probe,
      );
      await query('delete from documents where collection = $1 and key = $2', probe);
    });
  }

  async close(): Promise<void> {
    await this.#trips.close();
    await this.#database.close();
  }

  #rowsOf(collection: Collection): PostgresRows {
    const rows = this.#rows.get(collection) ?? new PostgresRows(collection, this.#rowParts);
    this.#rows.set(collection, rows);
    return rows;
  }
}
