/** One turn at a time in each conversation, in all processes that share the storage. */
export interface Turns {
  /**
   * Runs the task after those of the same key that came before. A task must not call this itself: it
   * would wait for its own end.
   * @throws what the task throws; storage.unavailable when it could not be kept alone
   */
  run<T>(key: string, task: () => Promise<T>): Promise<T>;
  /**
   * The same for a task of two parts: one decides, the other tells. What is decided is stored before
   * anything is told. An engine may read beforehand what is likely to be asked for, and write all at
   * once; when somebody else has changed what was read, it is decided again: `decide` may run twice, so
   * it tells nobody anything.
   * @param tell runs once, after all that was decided is stored
   */
  decide<D, T>(
    turn: TurnName,
    decide: (notes: TurnNotes | undefined) => Promise<D>,
    tell: (decided: D, notes: TurnNotes | undefined) => Promise<T>,
  ): Promise<T>;
  /** Does something as soon as what is being decided is stored; at once where nothing is. */
  afterwards(task: () => void): void;
}

export interface TurnName {
  /** Also the id of its conversation. */
  key: string;
  tenantId: string;
}

/**
 * What a turn leaves for the next one of its key, whichever process takes that. Lost when the database
 * falls. Only where processes share turns: else a process remembers by itself.
 */
export interface TurnNotes {
  read(): readonly unknown[];
  /** Takes the place of all that was noted, when the turn ends. */
  write(notes: readonly unknown[]): void;
}
