/** Numbers by the checksum of a text: a hash table of plain integers. */
import { crc32 } from 'node:zlib';

const smallest = 1_024;

export class PlaceTable {
  /** Checksum and place of each slot; place 0 is an empty one. Its length is a power of two. */
  #slots = new Uint32Array(2 * smallest);
  #count = 0;

  /** @returns 0 when there is none. Other texts may have the same place. */
  get(text: string): number {
    return this.#slots[this.#slotOf(crc32(text)) + 1] ?? 0;
  }

  /** @param place more than 0. @returns the one before it, else 0 */
  set(text: string, place: number): number {
    if (this.#count * 4 > this.#slots.length) this.#grow();
    return this.#put(crc32(text), place);
  }

  #put(checksum: number, place: number): number {
    const slot = this.#slotOf(checksum);
    const before = this.#slots[slot + 1] ?? 0;
    if (before === 0) this.#count += 1;
    this.#slots[slot] = checksum;
    this.#slots[slot + 1] = place;
    return before;
  }

  /** The slot of this checksum, or the empty one that it may have. */
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
      const place = before[slot + 1] ?? 0;
      if (place !== 0) this.#put(before[slot] ?? 0, place);
    }
  }
}
