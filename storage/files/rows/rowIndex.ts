/** The rows of a collection in memory; rebuilt from the documents at start. */
import { UpgraderaError } from '../../../commerce/base/errors.ts';
import type { Row } from '../../../commerce/ports/waitingKind.ts';
import { KeyedQueue } from '../../contract/keyedQueue.ts';
import type { Rows } from '../../contract/rows.ts';
import { DueTimes } from './dueTimes.ts';
import { ExclusiveKeys } from './exclusiveKeys.ts';
import { PackedRows } from './packedRows.ts';

export class RowIndex implements Rows {
  readonly #all = new PackedRows();
  readonly #due = new DueTimes();
  readonly #undelivered = new Set<string>();
  /** Documents that are being created, by the id of their row. */
  readonly #claims = new Map<string, string>();
  /** The keys that rows which wait have for themselves; documents that want the same are created in turn. */
  readonly #exclusive = new ExclusiveKeys();
  readonly #creating = new KeyedQueue();

  /**
   * Takes note of a new row once its document is written.
   * @param create writes it; false when there is such a document already
   * @throws storage.conflict when another document's row has this id, or waits with the same
   * exclusive key
   */
  insert(row: Row, documentId: string, create: () => Promise<boolean>): Promise<boolean> {
    const key = exclusiveKeyOf(row);
    if (key === undefined) return this.#insert(row, documentId, create);
    return this.#creating.run(key, async () => {
      if (this.#exclusive.isFreeFor(documentId, key)) return this.#insert(row, documentId, create);
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
    // What the packed rows hold of a row never changes.
    if (this.#all.documentOf(id) === undefined) {
      this.#all.add({ id, documentId, tenantId, since: Date.parse(row.since) });
    }
    if (nextCheckAt === undefined) this.#due.delete(id);
    else this.#due.set(id, nextCheckAt);
    // To the end of the line: a notice that can't be delivered must not hold up those behind it.
    this.#undelivered.delete(id);
    if (row.owes) this.#undelivered.add(id);
    this.#exclusive.set(documentId, exclusiveKeyOf(row));
  }

  /** For a document that is gone. */
  forget(documentId: string): void {
    for (const id of this.#all.ofDocument(documentId)) this.#drop(id);
    this.#exclusive.set(documentId, undefined);
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
    return this.#due.due(Date.parse(at), limit);
  }

  async nextDue(): Promise<string | undefined> {
    return this.#due.next();
  }

  async undelivered(limit: number): Promise<string[]> {
    return [...this.#undelivered].slice(0, limit);
  }

  #drop(id: string): void {
    this.#all.delete(id);
    this.#due.delete(id);
    this.#undelivered.delete(id);
  }
}

function exclusiveKeyOf({ exclusive, nextCheckAt }: Row): string | undefined {
  return nextCheckAt === undefined ? undefined : exclusive;
}
