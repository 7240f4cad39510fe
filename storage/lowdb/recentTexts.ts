/**
 * The files that were used last, as text. One turn reads the same few documents many times over;
 * the folder belongs to this process, so nobody else changes them.
 */
export class RecentTexts {
  readonly #capacity: number;
  readonly #texts = new Map<string, string>();
  #length = 0;

  /** @param capacity characters of all texts together */
  constructor(capacity: number) {
    this.#capacity = capacity;
  }

  get(path: string): string | undefined {
    const text = this.#texts.get(path);
    if (text !== undefined) {
      this.#texts.delete(path);
      this.#texts.set(path, text);
    }
    return text;
  }

  set(path: string, text: string): void {
    this.delete(path);
    this.#texts.set(path, text);
    this.#length += text.length;
    for (const oldest of this.#texts.keys()) {
      if (this.#length <= this.#capacity) return;
      this.delete(oldest);
    }
  }

  delete(path: string): void {
    this.#length -= this.#texts.get(path)?.length ?? 0;
    this.#texts.delete(path);
  }
}
