/**
 * Runs a task once for all who ask for it in the meantime. Whoever asks while it runs may have come
 * too late for that run, and shares the next one.
 */
export class SharedRun {
  readonly #task: () => Promise<void>;
  #running: Promise<void> | undefined;
  #next: Promise<void> | undefined;

  constructor(task: () => Promise<void>) {
    this.#task = task;
  }

  /** Resolves or rejects as the first run does that begins after this call. */
  run(): Promise<void> {
    this.#next ??= this.#after(this.#running);
    return this.#next;
  }

  /** Resolves when nothing runs and nobody waits for a run, whether runs failed or not. */
  async rest(): Promise<void> {
    for (let run = this.#last(); run; run = this.#last()) await run.catch(() => undefined);
  }

  #last(): Promise<void> | undefined {
    return this.#next ?? this.#running;
  }

  async #after(running: Promise<void> | undefined): Promise<void> {
    // Waits even when nothing runs, so that all who ask in the same moment share one run.
    await running?.catch(() => undefined);
    this.#next = undefined;
    const run = this.#task();
    this.#running = run;
    try {
      await run;
    } finally {
      if (this.#running === run) this.#running = undefined;
    }
  }
}
