/** The rows of a collection in memory; rebuilt from the documents at start. */
import { UpgraderaError } from '../../../commerce/base/errors.ts';
import type { Row } from '../../../commerce/ports/waitingKind.ts';
import { KeyedQueue } from '../../contract/keyedQueue.ts';
import type { Rows } from '../../contract/rows.ts';
import { Holders } from './holders.ts';
import { PackedRows } from './packedRows.ts';
import { Waits } from './waits.ts';

export class RowIndex implements Rows {
  readonly #all = new PackedRows();
  readonly #waits = new Waits();
  readonly #undelivered = new Set<string>();
  /** Documents that are being created, by the id of their row. */
  readonly #claims = new Map<string, string>();
  /** What rows that wait have for themselves; those that want the same are created in turn. */
  readonly #holders = new Holders();
  readonly #creating = new KeyedQueue();

  /**
   * Takes note of a new row once its document is written.
   * @param create writes it; false when there is such a document already
   * @throws storage.conflict when another document's row has this id, or waits and has what this one
   * is to have for itself
   */
  insert(row: Row, documentId: string, create: () => Promise<boolean>): Promise<boolean> {
    const key = heldBy(row);
    if (key === undefined) return this.#insert(row, documentId, create);
    return this.#creating.run(key, async () => {
      if (this.#holders.isFreeFor(documentId, key)) return this.#insert(row, documentId, create);
      throw new UpgraderaError('storage.conflict', `another row waits for ${key}`);
    });
  }

  async #insert(row: Row, documentId: string, create: () => Promise<boolean>): Promise<boolean> {
    const owner = this.#all.documentOf(row.id) ?? this.#claims.get(row.id);
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
    // When it began never changes.
    if (this.#all.documentOf(id) === undefined) {
      this.#all.add({ id, documentId, tenantId, since: Date.parse(row.since) });
    }
    if (nextCheckAt === undefined) this.#waits.delete(id);
    else this.#waits.set(id, nextCheckAt);
    // To the back of the line: what can't be delivered must not stand before what can.
    this.#undelivered.delete(id);
    if (row.owes) this.#undelivered.add(id);
    this.#holders.set(documentId, heldBy(row));
  }

  /** For a document that is gone. */
  forget(documentId: string): void {
    for (const id of this.#all.ofDocument(documentId)) this.#drop(id);
    this.#holders.set(documentId, undefined);
  }

  async leaveOut(id: string): Promise<void> {
    this.#drop(id);
  }

  async documentOf(id: string): Promise<string | undefined> {
    return this.#all.documentOf(id);
  }

  async ofTenant(tenantId: string): Promise<string[]> {
    return this.#all.ofTenant(tenantId);
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
    this.#all.delete(id);
    this.#waits.delete(id);
    this.#undelivered.delete(id);
  }
}

function heldBy({ exclusive, nextCheckAt }: Row): string | undefined {
  return nextCheckAt === undefined ? undefined : exclusive;
}
