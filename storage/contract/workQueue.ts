/** Hands out the work on rows: to this process, or to whichever of many is free. */

/** A look at a row that is due, or the delivery of what it owes. */
export type Task = 'look' | 'deliver';

export interface WorkQueue {
  /** For how many rows work is asked for at the same time. */
  readonly atOnce: number;
  /** Milliseconds after which work that was not done is asked for again. */
  readonly pace: number;
  /** @param work does it, and never rejects. @throws storage.unavailable */
  start(work: (id: string, task: Task) => Promise<void>): Promise<void>;
  /**
   * Has work done on a row. While somebody works on that row nothing happens: the row is still due
   * then, and whoever calls this asks again. Resolves when the work is done here, or handed to a
   * process that will do it.
   * @throws storage.unavailable
   */
  run(id: string, task: Task): Promise<void>;
  /** Waits for the work that this process is doing. */
  stop(): Promise<void>;
}
