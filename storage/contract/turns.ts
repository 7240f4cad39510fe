/** One turn at a time in each conversation, in all processes that share the storage. */
export interface Turns {
  /** Whether other processes take turns in the same conversations. */
  readonly shared: boolean;
  /**
   * Runs the task after those of the same key that came before. A task must not call this itself: it
   * would wait for its own end.
   * @throws what the task throws; storage.unavailable when it could not be kept alone
   */
  run<T>(key: string, task: () => Promise<T>): Promise<T>;
}
