/** A hash table from texts to offsets in a buffer, made of plain integers: it knows a text by its checksum. */
import { crc32 } from 'node:zlib';

const smallest = 1_024;

export class OffsetTable {
  /** Checksum and offset of each slot; with offset 0 it is empty. The length is a power of two. */
  #slots = new Uint32Array(2 * smallest);
  #count = 0;

  /** @returns 0 when there is none. It may be that of another text with the same checksum. */
  get(text: string): number {
    return this.#slots[this.#slotOf(crc32(text)) + 1] ?? 0;
  }

  /** @param offset more than 0. @returns the offset that it replaces, else 0 */
  set(text: string, offset: number): number {
    if (this.#count * 4 > this.#slots.length) this.#grow();
    return this.#put(crc32(text), offset);
  }

  #put(checksum: number, offset: number): number {
    const slot = this.#slotOf(checksum);
    const before = this.#slots[slot + 1] ?? 0;
    if (before === 0) this.#count += 1;
    this.#slots[slot] = checksum;
    this.#slots[slot + 1] = offset;
    return before;
  }

  /** The slot of this checksum, or the empty one where it belongs. */
  #slotOf(checksum: number): number {
    const slots = this.#slots;
    const last = slots.length - 1;
    let slot = (checksum * 2) & last;
    while (slots[slot + 1] !== 0 && slots[slot] !== checksum) slot = (slot + 2) & last;
    return slot;
  }

  #grow(): void {
    const before = this.#slots;
    this.#slots = new Uint32Array(2 * before.length);
    this.#count = 0;
    for (let slot = 0; slot < before.length; slot += 2) {
      const offset = before[slot + 1] ?? 0;
      if (offset !== 0) this.#put(before[slot] ?? 0, offset);
    }
  }
}
