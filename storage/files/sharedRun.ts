/**
 * Runs a task for everybody who asks for it. Who asks while it runs may have come too late for it:
 * they share the next run.
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

  /** Resolves when nothing runs and nobody waits, however the runs ended. */
  async rest(): Promise<void> {
    for (let run = this.#last(); run; run = this.#last()) await run.catch(() => undefined);
  }

  #last(): Promise<void> | undefined {
    return this.#next ?? this.#running;
  }

  async #after(running: Promise<void> | undefined): Promise<void> {
    // Also with nothing under way: all who ask in the same moment share one run.
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
