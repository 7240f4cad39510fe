import type { StorageEngine } from './engine.ts';
import type { Turns } from './turns.ts';
import type { WorkQueue } from './workQueue.ts';

/** An engine that is open, with what else depends on how many processes share its documents. */
export interface OpenEngine {
  engine: StorageEngine;
  turns: Turns;
  /** @param name of the rows that the work is about */
  workQueue(name: string): WorkQueue;
  /** Waits for calls that are under way, and gives the folder or the database back. */
  close(): Promise<void>;
}
