/** Who does the work on rows: this process, or whichever of many has a hand free. */

/** A look at a row that is due, or the delivery of what it owes. */
export type Task = 'look' | 'deliver';

export interface WorkQueue {
  /** Rows whose work is asked for at once. */
  readonly atOnce: number;
  /** Milliseconds before work that is still to be done is asked for again. */
  readonly pace: number;
  /** @param work does it, and never rejects. @throws storage.unavailable */
  start(work: (id: string, task: Task) => Promise<void>): Promise<void>;
  /**
   * Has work done on a row, unless somebody is at that row: then it must be asked for again, as
   * must what was forgotten. Ends when it is done here, or when it is certain to be done soon.
   * @throws storage.unavailable
   */
  run(id: string, task: Task): Promise<void>;
  /** Finishes what is being done here. */
  stop(): Promise<void>;
}
