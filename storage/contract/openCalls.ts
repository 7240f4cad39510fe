import { UpgraderaError } from '../../commerce/base/errors.ts';

/** The calls of something that can be closed: closing waits for those under way, and later ones are refused. */
export class OpenCalls {
  readonly #begun = new Set<Promise<unknown>>();
  #ended = false;

  get ended(): boolean {
    return this.#ended;
  }

  /** @throws storage.unavailable after the end */
  async run<T>(task: () => Promise<T>): Promise<T> {
    if (this.#ended) throw new UpgraderaError('storage.unavailable', 'closed');
    const running = task();
    this.#begun.add(running);
    try {
      return await running;
    } finally {
      this.#begun.delete(running);
    }
  }

  /** Resolves when all that was begun has ended, well or badly. */
  async end(): Promise<void> {
    this.#ended = true;
    await Promise.allSettled(this.#begun);
  }
}
