/** Waits so many milliseconds, or until somebody ends the wait. Never rejects. */
export function wait(milliseconds: number, signal?: AbortSignal): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  if (signal?.aborted) return Promise.resolve();
  const timer = setTimeout(resolve, milliseconds);
  const end = (): void => {
    clearTimeout(timer);
    resolve();
  };
  signal?.addEventListener('abort', end, { once: true });
  return promise.finally(() => signal?.removeEventListener('abort', end));
}

/** Waits for the next thing to do, from which it may be woken at any time, also before it begins. */
export class Rest {
  #isOver = false;
  #end: (() => void) | undefined;

  /** So many milliseconds, or until it is woken; not at all when it was since the rest before. */
  async take(milliseconds: number): Promise<void> {
    if (!this.#isOver) {
      const { promise, resolve } = Promise.withResolvers<void>();
      const timer = setTimeout(resolve, milliseconds);
      this.#end = resolve;
      await promise;
      clearTimeout(timer);
      this.#end = undefined;
    }
    this.#isOver = false;
  }

  wake(): void {
    this.#isOver = true;
    this.#end?.();
  }
}
