/**
 * The documents that were used last: one turn reads the same few many times over. What is got is
 * frozen, and the same object until the document is set again: readers may keep what they made of it.
 */

interface Entry<Content> {
  length: number;
  content: Content | null;
  /** Since it was set or passed over: it is spared once when room is needed. */
  used: boolean;
}

export class RecentDocuments<Content> {
  readonly #capacity: number;
  readonly #entries = new Map<string, Entry<Content>>();
  #length = 0;

  /** @param capacity characters of all keys and documents together, counted as text */
  constructor(capacity: number) {
    this.#capacity = capacity;
  }

  /** @returns null for a document that is known not to exist, undefined when nothing is known. */
  get(key: string): Content | null | undefined {
    const entry = this.#entries.get(key);
    if (!entry) return undefined;
    entry.used = true;
    return entry.content;
  }

  /**
   * @param content frozen; null when there is no such document
   * @param textLength characters of the document as text
   */
  set(key: string, content: Content | null, textLength: number): void {
    this.delete(key);
    const length = key.length + textLength;
    this.#entries.set(key, { length, content, used: false });
    this.#length += length;
    for (const [oldest, entry] of this.#entries) {
      if (this.#length <= this.#capacity) return;
      if (entry.used) this.#passOver(oldest, entry);
      else this.delete(oldest);
    }
  }

  delete(key: string): void {
    this.#length -= this.#entries.get(key)?.length ?? 0;
    this.#entries.delete(key);
  }

  #passOver(key: string, entry: Entry<Content>): void {
    entry.used = false;
    this.#entries.delete(key);
    this.#entries.set(key, entry);
  }
}
