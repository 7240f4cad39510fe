/**
 * Keys that one document at a time may have, such as a subscription for its open order. Several may have
 * one all the same: documents that were stored before that was a rule.
 */
export class ExclusiveKeys {
  readonly #ofKey = new Map<string, Set<string>>();
  readonly #keyOf = new Map<string, string>();

  /** Whether no other document has it. */
  isFreeFor(documentId: string, key: string): boolean {
    const holders = this.#ofKey.get(key);
    return holders === undefined || (holders.size === 1 && holders.has(documentId));
  }

  /** Gives a document this key in place of the one it had; none when it is undefined. */
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
