/**
 * What is known of very many rows, as text in one buffer: it takes a third of the memory of objects,
 * and the garbage collector need not look at it. A new row is added at the end and never moved.
 */
import { OffsetTable } from './offsetTable.ts';

export interface PackedRow {
  id: string;
  documentId: string;
  tenantId: string;
  /** Milliseconds since 1970. */
  since: number;
}

/** Where the parts of a row begin: the offsets of older rows with the same id and tenant, its length. */
const at = { alive: 0, sameId: 1, sameTenant: 5, length: 9, text: 13 } as const;
const smallest = 16 * 1024;

export class PackedRows {
  #bytes = Buffer.alloc(smallest);
  /** Not 0, which stands for no row. */
  #end = 1;
  /** Offsets of the newest row of each id and of each tenant; each row has that of the one before it. */
  readonly #ofId = new OffsetTable();
  readonly #ofTenant = new OffsetTable();

  /** @param row with an id that no row has */
  add({ id, documentId, tenantId, since }: PackedRow): void {
    const text = JSON.stringify([id, documentId, tenantId, since]);
    const length = Buffer.byteLength(text);
    const offset = this.#end;
    this.#end += at.text + length;
    this.#makeRoom();
    this.#bytes.writeUInt8(1, offset + at.alive);
    this.#bytes.writeUInt32LE(this.#ofId.set(id, offset), offset + at.sameId);
    this.#bytes.writeUInt32LE(this.#ofTenant.set(tenantId, offset), offset + at.sameTenant);
    this.#bytes.writeUInt32LE(length, offset + at.length);
    this.#bytes.write(text, offset + at.text);
  }

  documentOf(id: string): string | undefined {
    return this.#find(id)?.row.documentId;
  }

  /** Newest first; of the same instant the one that was added later. */
  ofTenant(tenantId: string): string[] {
    return [...this.#chain(this.#ofTenant.get(tenantId), at.sameTenant)]
      .map(({ row }) => row)
      .filter((row) => row.tenantId === tenantId)
      .sort((a, b) => b.since - a.since)
      .map(({ id }) => id);
  }

  /** @returns the ids of a document's rows, by looking at all rows. */
  ofDocument(documentId: string): string[] {
    const ids: string[] = [];
    for (let offset = 1; offset < this.#end; offset += at.text + this.#length(offset)) {
      const row = this.#isAlive(offset) ? this.#row(offset) : undefined;
      if (row?.documentId === documentId) ids.push(row.id);
    }
    return ids;
  }

  delete(id: string): void {
    const found = this.#find(id);
    if (found) this.#bytes.writeUInt8(0, found.offset + at.alive);
  }

  #find(id: string): { offset: number; row: PackedRow } | undefined {
    for (const found of this.#chain(this.#ofId.get(id), at.sameId)) {
      if (found.row.id === id) return found;
    }
    return undefined;
  }

  /** The rows of a chain that were not deleted, the newest first. */
  *#chain(newest: number, link: number): Generator<{ offset: number; row: PackedRow }> {
    for (let offset = newest; offset !== 0; offset = this.#bytes.readUInt32LE(offset + link)) {
      if (this.#isAlive(offset)) yield { offset, row: this.#row(offset) };
    }
  }

  #isAlive(offset: number): boolean {
    return this.#bytes.readUInt8(offset + at.alive) === 1;
  }

  #length(offset: number): number {
    return this.#bytes.readUInt32LE(offset + at.length);
  }

  #row(offset: number): PackedRow {
    const start = offset + at.text;
    const text = this.#bytes.toString('utf8', start, start + this.#length(offset));
    const [id, documentId, tenantId, since] = JSON.parse(text);
    return { id, documentId, tenantId, since };
  }

  #makeRoom(): void {
    let size = this.#bytes.length;
    while (size < this.#end) size *= 2;
    if (size === this.#bytes.length) return;
    const before = this.#bytes;
    this.#bytes = Buffer.alloc(size);
    before.copy(this.#bytes);
  }
}
