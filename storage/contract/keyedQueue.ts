import type { TurnName, Turns } from './turns.ts';

/** Runs tasks of the same key one after another, in the order in which they came. */
export class KeyedQueue implements Turns {
  readonly #tails = new Map<string, Promise<unknown>>();

  run<T>(key: string, task: () => Promise<T>): Promise<T> {
    const result = (this.#tails.get(key) ?? Promise.resolve()).then(task);
    const tail = result
      .catch(() => undefined)
      .then(() => {
        if (this.#tails.get(key) === tail) this.#tails.delete(key);
      });
    this.#tails.set(key, tail);
    return result;
  }

  decide<D, T>(
    { key }: TurnName,
    decide: (notes: undefined) => Promise<D>,
    tell: (decided: D, notes: undefined) => Promise<T>,
  ): Promise<T> {
    return this.run(key, async () => tell(await decide(undefined), undefined));
  }

  afterwards(task: () => void): void {
    task();
  }
}
