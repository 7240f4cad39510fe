/** Which documents have a key for themselves. Of old documents several may have the same. */
export class Holders {
  readonly #ofKey = new Map<string, Set<string>>();
  readonly #keyOf = new Map<string, string>();

  /** Whether no other document has it. */
  isFreeFor(documentId: string, key: string): boolean {
    const holders = this.#ofKey.get(key);
    return holders === undefined || (holders.size === 1 && holders.has(documentId));
  }

  /** From now on a document has this key, and not the one from before; none when it is undefined. */
  set(documentId: string, key: string | undefined): void {
    const before = this.#keyOf.get(documentId);
    if (before === key) return;
    if (before !== undefined) this.#release(documentId, before);
    if (key === undefined) return;
    this.#keyOf.set(documentId, key);
    this.#ofKey.set(key, (this.#ofKey.get(key) ?? new Set()).add(documentId));
  }

  #release(documentId: string, key: string): void {
    this.#keyOf.delete(documentId);
    const holders = this.#ofKey.get(key);
    holders?.delete(documentId);
    if (holders?.size === 0) this.#ofKey.delete(key);
  }
}
