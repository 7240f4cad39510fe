/** One turn at a time in each conversation, in all processes that share the storage. */
export interface Turns {
  /** Whether other processes take turns in the same conversations. */
  readonly shared: boolean;
  /**
   * Runs the task once those of the same key that came before are through. A task must not run
   * another one from within.
   * @throws what the task throws; storage.unavailable when it could not be kept alone
   */
  run<T>(key: string, task: () => Promise<T>): Promise<T>;
}
