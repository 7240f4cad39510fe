import type { Collection } from '../contract/collection.ts';
import type { Rows } from '../contract/rows.ts';
import type { Statement } from './database.ts';
import type { SeenDocuments } from './seenDocuments.ts';
import { fromText, keyOf, toText } from './text.ts';
import type { Trips } from './turns/trips.ts';
import { openScope, type Scopes } from './turns/turnScope.ts';
import type { WaitingTogether } from './waitingTogether.ts';

export interface PostgresRowsParts {
  query: Statement;
  scopes: Scopes;
  together: WaitingTogether;
  seen: SeenDocuments;
  trips: Trips;
}

/** The rows of a collection, asked of the table. */
export class PostgresRows implements Rows {
  readonly #collection: Collection;
  readonly #parts: PostgresRowsParts;
  /** Rows that this process can't read. Others still see them: they may be of a newer version. */
  readonly #leftOut = new Set<string>();

  constructor(collection: Collection, parts: PostgresRowsParts) {
    this.#collection = collection;
    this.#parts = parts;
  }

  async documentOf(id: string): Promise<string | undefined> {
    const known = openScope(this.#parts.scopes)?.row(this.#collection, id);
    if (known) return this.#leftOut.has(toText(id)) ? undefined : known.id;
    return this.#bring(id);
  }

  /** Who asks for the document of a row reads it next: it comes along, unless it has been seen. */
  async #bring(rowId: string): Promise<string | undefined> {
    const { seen } = this.#parts;
    const collection = this.#collection;
    const place = seen.placeOfRow(collection, rowId);
    const known = place && seen.get(place);
    if (this.#leftOut.has(toText(rowId))) return undefined;
    const { found } = await this.#parts.trips.ask({
      ...{ kind: 'seek', collection, row: toText(rowId) },
      ...{ key: place && keyOf(place.id), known: known?.version ?? 0 },
    });
    if (!found[0]) return undefined;
    const { id, version, document: text } = found[0];
    const own = { collection, id: fromText(id) };
    const stored =
      text === null ? known : seen.keep(own, { document: JSON.parse(text), version }, text.length);
    seen.keepRow(rowId, own);
    if (stored) seen.bring(own, stored);
    return own.id;
  }

  async ofTenant(tenantId: string): Promise<string[]> {
    const known = openScope(this.#parts.scopes)?.rowsOf(this.#collection, tenantId);
    if (known) {
      return known.map(({ rowId }) => rowId).filter((id) => !this.#leftOut.has(toText(id)));
    }
    return this.#ids('tenant_id = $3 order by since desc, changed_at desc', toText(tenantId));
  }

  async due(at: string, limit: number): Promise<string[]> {
    if (this.#leftOut.size > 0) {
      return this.#ids('next_check_at <= $3 order by next_check_at limit $4', at, limit);
    }
    return (await this.#parts.together.due([this.#collection, at, limit])).map(fromText);
  }

  async undelivered(limit: number): Promise<string[]> {
    if (this.#leftOut.size > 0) return this.#ids('owes order by changed_at limit $3', limit);
    return (await this.#parts.together.undelivered([this.#collection, limit])).map(fromText);
  }

  async nextDue(): Promise<string | undefined> {
    const next = await (this.#leftOut.size > 0
      ? this.#nextOfOthers()
      : this.#parts.together.nextDue([this.#collection]));
    return next ? instantOf(next.getTime()) : undefined;
  }

  async #nextOfOthers(): Promise<Date | null> {
    const [found] = await this.#parts.query<{ next: Date | null }>(
      `select min(next_check_at) as next from documents
        where collection = $1 and row_id <> all ($2) and next_check_at is not null`,
      [this.#collection, [...this.#leftOut]],
    );
    return found?.next ?? null;
  }

  async leaveOut(id: string): Promise<void> {
    this.#leftOut.add(toText(id));
  }

  /** For a document that was written. */
  readmit(id: string): void {
    this.#leftOut.delete(toText(id));
  }

  async #ids(condition: string, ...values: unknown[]): Promise<string[]> {
    const found = await this.#parts.query<{ row_id: string }>(
      `select row_id from documents
        where collection = $1 and row_id <> all ($2) and ${condition}`,
      [this.#collection, [...this.#leftOut], ...values],
    );
    return found.map(({ row_id }) => fromText(row_id));
  }
}

function instantOf(milliseconds: number): string {
  return Temporal.Instant.fromEpochMilliseconds(milliseconds).toString();
}
