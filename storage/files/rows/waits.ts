/** Rows that wait for a look, the earliest at hand. */
import TinyQueue from 'tinyqueue';

interface Wait {
  id: string;
  /** ISO instant, and the same in milliseconds since 1970, since instants don't sort as text. */
  nextCheckAt: string;
  at: number;
}

export class Waits {
  readonly #waits = new Map<string, Wait>();
  /** Those of the map, and some that were replaced since. */
  readonly #queue = new TinyQueue<Wait>([], (a, b) => a.at - b.at);

  /** From now on it waits until then, and not for what was set before. */
  set(id: string, nextCheckAt: string): void {
    const known = this.#waits.get(id);
    if (known?.nextCheckAt === nextCheckAt) return;
    const wait = { id, nextCheckAt, at: Date.parse(nextCheckAt) };
    this.#waits.set(id, wait);
    this.#queue.push(wait);
  }

  delete(id: string): void {
    this.#waits.delete(id);
  }

  /** The earliest first. @param until milliseconds since 1970 */
  due(until: number, limit: number): string[] {
    const found: Wait[] = [];
    for (let next = this.#first(); next && found.length < limit; next = this.#first()) {
      if (next.at > until) break;
      found.push(next);
      this.#queue.pop();
    }
    // They are due until somebody sets another time.
    for (const wait of found) this.#queue.push(wait);
    return found.map(({ id }) => id);
  }

  /** ISO instant of the earliest. */
  next(): string | undefined {
    return this.#first()?.nextCheckAt;
  }

  #first(): Wait | undefined {
    for (let first = this.#queue.peek(); first; first = this.#queue.peek()) {
      if (this.#waits.get(first.id) === first) return first;
      this.#queue.pop();
    }
    return undefined;
  }
}
