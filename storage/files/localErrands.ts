import type { Errands, Task } from '../contract/errands.ts';

/** Done here and now: there is no other process. */
export class LocalErrands implements Errands {
  readonly atOnce = 8;
  readonly pace = 50;
  #work: (id: string, task: Task) => Promise<void> = async () => {};

  async start(work: (id: string, task: Task) => Promise<void>): Promise<void> {
    this.#work = work;
  }

  run(id: string, task: Task): Promise<void> {
    return this.#work(id, task);
  }

  async stop(): Promise<void> {}
}
