/** A place to store in, new for every test, which outlives the engines that are opened on it. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import type { StorageEngine, StorageLog } from '../../../storage/contract/engine.ts';
import type { RowMakers } from '../../../storage/contract/rows.ts';
import { LowdbEngine } from '../../../storage/files/lowdbEngine.ts';
import { openStorage, type Storage } from '../../../storage/open.ts';

export interface Place {
  openEngine(): Promise<StorageEngine>;
  openStorage(): Promise<Storage>;
  /** Closes what is open, and keeps what a failed test left for people to look at. */
  drop(failed: boolean): Promise<void>;
}

/** For a hook after each test. */
export function dropAfter(place: () => Place): Mocha.Func {
  return function () {
    return place().drop(this.currentTest?.state === 'failed');
  } as Mocha.AsyncFunc as Mocha.Func;
}

export interface Warning {
  details: Record<string, unknown>;
  message: string;
}

const sampleRowSchema = z.object({
  id: z.string(),
  tenantId: z.string(),
  since: z.string(),
  nextCheckAt: z.string().optional(),
  owes: z.boolean(),
  exclusive: z.string().optional(),
});

/** Documents that are their own row. */
const sampleRowMakers: RowMakers = {
  watches: (document) => ({ nextCheckAt: undefined, ...sampleRowSchema.parse(document) }),
};

/** A folder, with everything that was logged about it. */
export class LowdbPlace implements Place {
  readonly folder: string;
  readonly warnings: Warning[] = [];
  readonly log: StorageLog = {
    warn: (details, message) => void this.warnings.push({ details, message }),
  };
  readonly #opened: { close(): Promise<void> }[] = [];

  private constructor(folder: string) {
    this.folder = folder;
  }

  static async make(): Promise<LowdbPlace> {
    return new LowdbPlace(await mkdtemp(join(tmpdir(), 'upgradera-storage-')));
  }

  async openEngine(): Promise<LowdbEngine> {
    const engine = await LowdbEngine.open(this.folder, this.log, sampleRowMakers);
    this.#opened.push(engine);
    return engine;
  }

  async openStorage(): Promise<Storage> {
    const storage = await openStorage({ dataDir: this.folder, log: this.log });
    this.#opened.push(storage);
    return storage;
  }

  async drop(failed = false): Promise<void> {
    for (const opened of this.#opened) await opened.close();
    if (failed) process.stderr.write(`kept ${this.folder}\n`);
    else await rm(this.folder, { recursive: true, force: true });
  }
}
