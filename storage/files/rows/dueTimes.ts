/** When rows are due for a look, in the order of time. */
import TinyQueue from 'tinyqueue';

interface DueTime {
  id: string;
  /** ISO instant, and the same in milliseconds since 1970, since instants don't sort as text. */
  nextCheckAt: string;
  at: number;
}

export class DueTimes {
  readonly #byId = new Map<string, DueTime>();
  /** All of the map, and some that were replaced in it since. */
  readonly #queue = new TinyQueue<DueTime>([], (a, b) => a.at - b.at);

  /** Replaces what was set for this row before. */
  set(id: string, nextCheckAt: string): void {
    const known = this.#byId.get(id);
    if (known?.nextCheckAt === nextCheckAt) return;
    const time = { id, nextCheckAt, at: Date.parse(nextCheckAt) };
    this.#byId.set(id, time);
    this.#queue.push(time);
  }

  delete(id: string): void {
    this.#byId.delete(id);
  }

  /** Ids of the rows that are due, the earliest first. @param until milliseconds since 1970 */
  due(until: number, limit: number): string[] {
    const found: DueTime[] = [];
    for (let next = this.#first(); next && found.length < limit; next = this.#first()) {
      if (next.at > until) break;
      found.push(next);
      this.#queue.pop();
    }
    // They stay due until another time is set.
    for (const time of found) this.#queue.push(time);
    return found.map(({ id }) => id);
  }

  /** ISO instant of the earliest, due or not. */
  next(): string | undefined {
    return this.#first()?.nextCheckAt;
  }

  #first(): DueTime | undefined {
    for (let first = this.#queue.peek(); first; first = this.#queue.peek()) {
      if (this.#byId.get(first.id) === first) return first;
      this.#queue.pop();
    }
    return undefined;
  }
}
