/** The rows of a collection in memory; rebuilt from the documents at start. */
import { UpgraderaError } from '../../commerce/errors.ts';
import type { Row, Rows } from '../rows.ts';

interface Entry {
  documentId: string;
  tenantId: string;
  /** Milliseconds since 1970. */
  since: number;
}

interface Wait {
  /** ISO instant, and the same in milliseconds since 1970, since instants don't sort as text. */
  nextCheckAt: string;
  at: number;
}

export class RowIndex implements Rows {
  readonly #entries = new Map<string, Entry>();
  /** Most tenants have few. */
  readonly #ofTenant = new Map<string, string[]>();
  readonly #waits = new Map<string, Wait>();
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
    const known = this.#entries.get(id);
    this.#entries.set(id, { documentId, tenantId, since: Date.parse(row.since) });
    const siblings = this.#ofTenant.get(tenantId);
    if (!siblings) this.#ofTenant.set(tenantId, [id]);
    else if (!known) siblings.push(id);
    if (nextCheckAt === undefined) this.#waits.delete(id);
    else this.#waits.set(id, { nextCheckAt, at: Date.parse(nextCheckAt) });
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
    return [...(this.#ofTenant.get(tenantId) ?? [])]
      .toReversed()
      .sort((a, b) => this.#since(b) - this.#since(a));
  }

  async due(at: string, limit: number): Promise<string[]> {
    const until = Date.parse(at);
    return [...this.#waits]
      .filter(([, wait]) => wait.at <= until)
      .sort(([, a], [, b]) => a.at - b.at)
      .slice(0, limit)
      .map(([id]) => id);
  }

  async nextDue(): Promise<string | undefined> {
    let earliest: Wait | undefined;
    for (const wait of this.#waits.values()) {
      if (!earliest || wait.at < earliest.at) earliest = wait;
    }
    return earliest?.nextCheckAt;
  }

  async undelivered(limit: number): Promise<string[]> {
    return [...this.#undelivered].slice(0, limit);
  }

  #drop(id: string): void {
    const entry = this.#entries.get(id);
    this.#entries.delete(id);
    this.#waits.delete(id);
    this.#undelivered.delete(id);
    if (!entry) return;
    const others = this.#ofTenant.get(entry.tenantId)?.filter((other) => other !== id) ?? [];
    if (others.length > 0) this.#ofTenant.set(entry.tenantId, others);
    else this.#ofTenant.delete(entry.tenantId);
  }

  #since(id: string): number {
    return this.#entries.get(id)?.since ?? 0;
  }
}
