import type { StorageEngine } from './engine.ts';
import type { Turns } from './turns.ts';
import type { WorkQueue } from './workQueue.ts';

/** What an engine comes with. */
export interface Foundation {
  engine: StorageEngine;
  turns: Turns;
  /** For the work on the rows of that name. */
  workQueue(name: string): WorkQueue;
  /** Finishes what was begun. */
  close(): Promise<void>;
}
