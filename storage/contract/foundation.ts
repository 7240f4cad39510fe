import type { StorageEngine } from './engine.ts';
import type { Turns } from './turns.ts';
import type { WorkQueue } from './workQueue.ts';

/** A place to keep documents, whole: the engine, and what else depends on how many processes share it. */
export interface Foundation {
  engine: StorageEngine;
  turns: Turns;
  /** @param name of the rows that the work is about */
  workQueue(name: string): WorkQueue;
  /** Waits for work that is under way, and lets go of the place. */
  close(): Promise<void>;
}
