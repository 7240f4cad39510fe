import type { Collection } from '../contract/collection.ts';
import type { Rows } from '../contract/rows.ts';
import type { Statement } from './database.ts';
import { fromText, toText } from './text.ts';
import { openScope, type Scopes } from './turns/turnScope.ts';
import type { WaitingTogether } from './waitingTogether.ts';

/** The rows of a collection, asked of the table. */
export class PostgresRows implements Rows {
  readonly #collection: Collection;
  readonly #query: Statement;
  readonly #scopes: Scopes;
  readonly #together: WaitingTogether;
  /** Rows that this process can't read. Others still see them: they may be of a newer version. */
  readonly #leftOut = new Set<string>();

  constructor(
    collection: Collection,
    parts: { query: Statement; scopes: Scopes; together: WaitingTogether },
  ) {
    this.#collection = collection;
    this.#query = parts.query;
    this.#scopes = parts.scopes;
    this.#together = parts.together;
  }

  async documentOf(id: string): Promise<string | undefined> {
    const known = openScope(this.#scopes)?.row(this.#collection, id);
    if (known) return this.#leftOut.has(toText(id)) ? undefined : known.id;
    const [found] = await this.#query<{ id: string }>(
      `select id from documents where collection = $1 and row_id = $2 and row_id <> all ($3)`,
      [this.#collection, toText(id), [...this.#leftOut]],
    );
    return found && fromText(found.id);
  }

  async ofTenant(tenantId: string): Promise<string[]> {
    const known = openScope(this.#scopes)?.rowsOf(this.#collection, tenantId);
    if (known) {
      return known.map(({ rowId }) => rowId).filter((id) => !this.#leftOut.has(toText(id)));
    }
    return this.#ids('tenant_id = $3 order by since desc, changed_at desc', toText(tenantId));
  }

  async due(at: string, limit: number): Promise<string[]> {
    if (this.#leftOut.size > 0) {
      return this.#ids('next_check_at <= $3 order by next_check_at limit $4', at, limit);
    }
    return (await this.#together.due([this.#collection, at, limit])).map(fromText);
  }

  async undelivered(limit: number): Promise<string[]> {
    if (this.#leftOut.size > 0) return this.#ids('owes order by changed_at limit $3', limit);
    return (await this.#together.undelivered([this.#collection, limit])).map(fromText);
  }

  async nextDue(): Promise<string | undefined> {
    const next = await (this.#leftOut.size > 0
      ? this.#nextOfOthers()
      : this.#together.nextDue([this.#collection]));
    return next ? instantOf(next.getTime()) : undefined;
  }

  async #nextOfOthers(): Promise<Date | null> {
    const [found] = await this.#query<{ next: Date | null }>(
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
    const found = await this.#query<{ row_id: string }>(
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
