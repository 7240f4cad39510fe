/** The rows of a collection in memory; rebuilt from the documents at start. */
import { UpgraderaError } from '../../commerce/errors.ts';
import type { Row, Rows } from '../rows.ts';
import { Waits } from './waits.ts';

/** There may be very many: it holds only what can't be found out. */
interface Entry {
  documentId: string;
  /** Milliseconds since 1970. */
  since: number;
}

export class RowIndex implements Rows {
  readonly #entries = new Map<string, Entry>();
  /** Ids by tenant; most have one. */
  readonly #ofTenant = new Map<string, string | string[]>();
  readonly #waits = new Waits();
  readonly #undelivered = new Set<string>();
  /** Documents that are being created, by the id of their row. */
  readonly #claims = new Map<string, string>();

  /**
   * Takes note of a new row once its document is written.
   * @param create writes it; false when there is such a document already
   * @throws storage.conflict when another document's row has this id
   */
  async insert(row: Row, documentId: string, create: () => Promise<boolean>): Promise<boolean> {
    const owner = this.#entries.get(row.id)?.documentId ?? this.#claims.get(row.id);
    if (owner !== undefined && owner !== documentId) {
      throw new UpgraderaError('storage.conflict', `row ${row.id} exists`);
    }
    this.#claims.set(row.id, documentId);
    try {
      const created = await create();
      if (created) this.note(row, documentId);
      return created;
    } finally {
      this.#claims.delete(row.id);
    }
  }

  /** Takes note of a row as it is stored now, new or changed. */
  note(row: Row, documentId: string): void {
    const { id, tenantId, nextCheckAt } = row;
    const since = Date.parse(row.since);
    const known = this.#entries.get(id);
    if (known) known.since = since;
    else {
      this.#entries.set(id, { documentId, since });
      this.#addTo(tenantId, id);
    }
    if (nextCheckAt === undefined) this.#waits.delete(id);
    else this.#waits.set(id, nextCheckAt);
    // To the back of the line: what can't be delivered must not stand before what can.
    this.#undelivered.delete(id);
    if (row.owes) this.#undelivered.add(id);
  }

  /** For a document that is gone. */
  forget(documentId: string): void {
    for (const [id, entry] of this.#entries) if (entry.documentId === documentId) this.#drop(id);
  }

  async leaveOut(id: string): Promise<void> {
    this.#drop(id);
  }

  async documentOf(id: string): Promise<string | undefined> {
    return this.#entries.get(id)?.documentId;
  }

  async ofTenant(tenantId: string): Promise<string[]> {
    return this.#idsOf(tenantId)
      .toReversed()
      .sort((a, b) => this.#since(b) - this.#since(a));
  }

  async due(at: string, limit: number): Promise<string[]> {
    return this.#waits.due(Date.parse(at), limit);
  }

  async nextDue(): Promise<string | undefined> {
    return this.#waits.next();
  }

  async undelivered(limit: number): Promise<string[]> {
    return [...this.#undelivered].slice(0, limit);
  }

  #drop(id: string): void {
    this.#entries.delete(id);
    this.#waits.delete(id);
    this.#undelivered.delete(id);
    for (const tenantId of this.#ofTenant.keys()) {
      const ids = this.#idsOf(tenantId);
      if (!ids.includes(id)) continue;
      if (ids.length > 1)
        this.#ofTenant.set(
          tenantId,
          ids.filter((other) => other !== id),
        );
      else this.#ofTenant.delete(tenantId);
    }
  }

  #addTo(tenantId: string, id: string): void {
    const ids = this.#ofTenant.get(tenantId);
    if (typeof ids === 'object') ids.push(id);
    else this.#ofTenant.set(tenantId, ids === undefined ? id : [ids, id]);
  }

  #idsOf(tenantId: string): readonly string[] {
    const ids = this.#ofTenant.get(tenantId) ?? [];
    return typeof ids === 'string' ? [ids] : ids;
  }

  #since(id: string): number {
    return this.#entries.get(id)?.since ?? 0;
  }
}
