/**
 * What is known of very many rows, as text in one buffer: a third of what objects take, and nothing
 * that the garbage collector must look at. Each row stands behind the last one and stays there.
 */
import { PlaceTable } from './placeTable.ts';

export interface PackedRow {
  id: string;
  documentId: string;
  tenantId: string;
  /** Milliseconds since 1970. */
  since: number;
}

/** Where the parts of a row begin. */
const at = { alive: 0, sameId: 1, sameTenant: 5, length: 9, text: 13 } as const;
const smallest = 16 * 1024;

export class PackedRows {
  #bytes = Buffer.alloc(smallest);
  /** A place is never 0. */
  #end = 1;
  /** The newest row of each id and of each tenant. A row knows the one before it. */
  readonly #ofId = new PlaceTable();
  readonly #ofTenant = new PlaceTable();

  /** @param row with an id that no row has */
  add({ id, documentId, tenantId, since }: PackedRow): void {
    const text = JSON.stringify([id, documentId, tenantId, since]);
    const length = Buffer.byteLength(text);
    const place = this.#end;
    this.#end += at.text + length;
    this.#makeRoom();
    this.#bytes.writeUInt8(1, place + at.alive);
    this.#bytes.writeUInt32LE(this.#ofId.set(id, place), place + at.sameId);
    this.#bytes.writeUInt32LE(this.#ofTenant.set(tenantId, place), place + at.sameTenant);
    this.#bytes.writeUInt32LE(length, place + at.length);
    this.#bytes.write(text, place + at.text);
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
    for (let place = 1; place < this.#end; place += at.text + this.#length(place)) {
      const row = this.#isAlive(place) ? this.#row(place) : undefined;
      if (row?.documentId === documentId) ids.push(row.id);
    }
    return ids;
  }

  delete(id: string): void {
    const found = this.#find(id);
    if (found) this.#bytes.writeUInt8(0, found.place + at.alive);
  }

  #find(id: string): { place: number; row: PackedRow } | undefined {
    for (const found of this.#chain(this.#ofId.get(id), at.sameId)) {
      if (found.row.id === id) return found;
    }
    return undefined;
  }

  /** Rows that are there, from this one back. */
  *#chain(newest: number, link: number): Generator<{ place: number; row: PackedRow }> {
    for (let place = newest; place !== 0; place = this.#bytes.readUInt32LE(place + link)) {
      if (this.#isAlive(place)) yield { place, row: this.#row(place) };
    }
  }

  #isAlive(place: number): boolean {
    return this.#bytes.readUInt8(place + at.alive) === 1;
  }

  #length(place: number): number {
    return this.#bytes.readUInt32LE(place + at.length);
  }

  #row(place: number): PackedRow {
    const start = place + at.text;
    const text = this.#bytes.toString('utf8', start, start + this.#length(place));
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
