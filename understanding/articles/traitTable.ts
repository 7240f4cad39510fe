/** Numbers traits in the order in which they are first met. The traits themselves would take megabytes. */

const smallest = 1024;
/** Stands for no place. */
const none = -1;

/** A table as it is kept. */
export interface KeptTraits {
  hashes: Int32Array;
  places: Int32Array;
  size: number;
}

export class TraitTable {
  /** Hashes, and the place of each. Where no place is, none is stored. */
  #hashes: Int32Array;
  #places: Int32Array;
  #size: number;

  /** @param kept one that is gone on with */
  constructor(kept?: KeptTraits) {
    this.#hashes = kept?.hashes ?? new Int32Array(smallest);
    this.#places = kept?.places ?? new Int32Array(smallest).fill(none);
    this.#size = kept?.size ?? 0;
  }

  get kept(): KeptTraits {
    return { hashes: this.#hashes, places: this.#places, size: this.#size };
  }

  get size(): number {
    return this.#size;
  }

  /** @returns -1 for a trait that was never met */
  find(trait: string): number {
    const hash = hashOf(trait);
    return this.#places[this.#slotOf(hash)] ?? none;
  }

  /** @returns the place of a trait, which is new where it was never met */
  placeOf(trait: string): number {
    const hash = hashOf(trait);
    const slot = this.#slotOf(hash);
    const known = this.#places[slot] ?? none;
    if (known !== none) return known;
    this.#hashes[slot] = hash;
    this.#places[slot] = this.#size;
    this.#size += 1;
    if (this.#size * 2 > this.#places.length) this.#grow();
    return this.#size - 1;
  }

  /** Where a hash is, or may be put. */
  #slotOf(hash: number): number {
    const mask = this.#places.length - 1;
    let slot = hash & mask;
    while (this.#places[slot] !== none && this.#hashes[slot] !== hash) slot = (slot + 1) & mask;
    return slot;
  }

  #grow(): void {
    const [hashes, places] = [this.#hashes, this.#places];
    this.#hashes = new Int32Array(places.length * 2);
    this.#places = new Int32Array(places.length * 2).fill(none);
    for (const [at, place] of places.entries()) {
      if (place === none) continue;
      const hash = hashes[at] ?? 0;
      const slot = this.#slotOf(hash);
      this.#hashes[slot] = hash;
      this.#places[slot] = place;
    }
  }
}

/** FNV-1a, 32 bits: of a hundred thousand traits, one or two share one. */
function hashOf(trait: string): number {
  let hash = 0x811c9dc5 | 0;
  for (let at = 0; at < trait.length; at++) {
    hash = Math.imul(hash ^ trait.charCodeAt(at), 0x01000193);
  }
  return hash;
}
