/** What one turn has read and is about to write: read beforehand in one trip, written in another. */
import type { AsyncLocalStorage } from 'node:async_hooks';
import { UpgraderaError } from '../../../commerce/base/errors.ts';
import type { Row } from '../../../commerce/ports/waitingKind.ts';
import type { Collection } from '../../contract/collection.ts';
import type { StoredDocument } from '../../contract/engine.ts';
import type { Write } from '../writes.ts';

/** A document that is found by its tenant. */
export interface TenantRow {
  collection: Collection;
  rowId: string;
  id: string;
  /** Milliseconds. */
  since: number;
}

export interface Beforehand {
  tenantId: string;
  documents: { collection: Collection; id: string; stored: StoredDocument | null }[];
  /** Newest first; undefined where they were too many to be read beforehand. */
  rows: TenantRow[] | undefined;
}

/** What is to be written, and what was read and is not. */
export interface TurnOutcome {
  writes: Write[];
  read: { collection: Collection; id: string; version: number }[];
}

export class TurnScope {
  readonly #tenantId: string;
  readonly #known = new Map<string, StoredDocument | null>();
  readonly #read = new Map<string, { collection: Collection; id: string; version: number }>();
  readonly #writes = new Map<string, Write>();
  readonly #afterwards: (() => void)[] = [];
  #rows: TenantRow[] | undefined;
  #open = true;

  constructor({ tenantId, documents, rows }: Beforehand) {
    this.#tenantId = tenantId;
    this.#rows = rows;
    for (const { collection, id, stored } of documents) {
      this.#known.set(nameOf(collection, id), stored);
    }
  }

  /** Whether what is asked and written belongs to it. */
  get open(): boolean {
    return this.#open;
  }

  /** @returns null for a document that does not exist, undefined when nothing is known */
  read(collection: Collection, id: string): StoredDocument | null | undefined {
    const name = nameOf(collection, id);
    const known = this.#known.get(name);
    if (known && !this.#writes.has(name)) {
      this.#read.set(name, { collection, id, version: known.version });
    }
    return known;
  }

  /** What was asked of the database; what is about to be written counts more. */
  note(collection: Collection, id: string, stored: StoredDocument | null): void {
    const name = nameOf(collection, id);
    if (!this.#known.has(name)) this.#known.set(name, stored);
    this.read(collection, id);
  }

  forget(collection: Collection, id: string): void {
    this.#known.delete(nameOf(collection, id));
  }

  /** That it does not exist is believed until it is written. @returns false when it is known to exist */
  create(collection: Collection, id: string, document: unknown, row: Row | undefined): boolean {
    if (this.#known.get(nameOf(collection, id))) return false;
    this.#write({ collection, id, document, row, base: 0, version: 1 });
    return true;
  }

  /** @throws storage.conflict when another version is known to be the newest */
  replace(
    collection: Collection,
    id: string,
    document: unknown,
    version: number,
    row: Row | undefined,
  ): number {
    const name = nameOf(collection, id);
    const known = this.#known.get(name);
    if (known !== undefined && known?.version !== version) {
      throw new UpgraderaError('storage.conflict', `${collection} ${id}: not version ${version}`);
    }
    const base = this.#writes.get(name)?.base ?? version;
    this.#write({ collection, id, document, row, base, version: version + 1 });
    return version + 1;
  }

  /** Newest first; undefined when it is not known. */
  rowsOf(collection: Collection, tenantId: string): TenantRow[] | undefined {
    if (tenantId !== this.#tenantId) return undefined;
    return this.#rows?.filter((row) => row.collection === collection);
  }

  /** Undefined when it is not among the tenant's, or these are not known. */
  row(collection: Collection, rowId: string): TenantRow | undefined {
    return this.#rows?.find((row) => row.collection === collection && row.rowId === rowId);
  }

  afterwards(task: () => void): void {
    this.#afterwards.push(task);
  }

  /** From now on nothing belongs to it. */
  close(): TurnOutcome & { afterwards: readonly (() => void)[] } {
    this.#open = false;
    const unwritten = [...this.#read].filter(([name]) => !this.#writes.has(name));
    return {
      writes: [...this.#writes.values()],
      read: unwritten.map(([, one]) => one),
      afterwards: this.#afterwards,
    };
  }

  #write(write: Write): void {
    const { collection, id, document, version, row } = write;
    const name = nameOf(collection, id);
    this.#writes.set(name, write);
    this.#known.set(name, { document, version });
    if (row && this.#rows) this.#rows = withRow(this.#rows, write, row, this.#tenantId);
  }
}

/** The turn in which something is asked or written. */
export type Scopes = AsyncLocalStorage<TurnScope>;

/** While it is being decided. */
export function openScope(scopes: Scopes): TurnScope | undefined {
  const scope = scopes.getStore();
  return scope?.open ? scope : undefined;
}

function withRow(
  rows: readonly TenantRow[],
  { collection, id }: Write,
  row: Row,
  tenantId: string,
): TenantRow[] {
  const others = rows.filter((one) => one.collection !== collection || one.id !== id);
  if (row.tenantId !== tenantId) return others;
  const since = Temporal.Instant.from(row.since).epochMilliseconds;
  const written = { collection, id, rowId: row.id, since };
  return [written, ...others].toSorted((a, b) => b.since - a.since);
}

function nameOf(collection: Collection, id: string): string {
  return `${collection} ${id}`;
}
