import type { Task, WorkQueue } from '../contract/workQueue.ts';

/** The queue of a folder, which one process has to itself: work is done at once, here. */
export class LocalWorkQueue implements WorkQueue {
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
