import type { StorageEngine } from './engine.ts';
import type { Errands } from './errands.ts';
import type { Turns } from './turns.ts';

/** What an engine comes with. */
export interface Foundation {
  engine: StorageEngine;
  turns: Turns;
  /** For the work on the rows of that name. */
  errands(name: string): Errands;
  /** Finishes what was begun. */
  close(): Promise<void>;
}
