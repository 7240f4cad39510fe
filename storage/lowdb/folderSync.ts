/**
 * After a power cut a new name is there for certain only when its folder was written as well. Those
 * who wait for the same folder share one write of it, and its descriptor is kept.
 */
import fs from 'node:fs';
import { promisify } from 'node:util';
import { SharedRun } from './sharedRun.ts';

const open = promisify(fs.open);
const sync = promisify(fs.fsync);
const close = promisify(fs.close);

export class FolderSync {
  readonly #handles = new Map<string, Promise<number>>();
  readonly #runs = new Map<string, SharedRun>();

  /** Resolves when a write of the folder that began after this call is done. */
  sync(folder: string): Promise<void> {
    if (process.platform === 'win32') return Promise.resolve();
    const run = this.#runs.get(folder) ?? new SharedRun(() => this.#write(folder));
    this.#runs.set(folder, run);
    return run.run();
  }

  async close(): Promise<void> {
    const handles = [...this.#handles.values()];
    this.#handles.clear();
    for (const handle of await Promise.allSettled(handles)) {
      if (handle.status === 'fulfilled') await close(handle.value);
    }
  }

  async #write(folder: string): Promise<void> {
    const handle = this.#handles.get(folder) ?? open(folder, 'r');
    this.#handles.set(folder, handle);
    try {
      await sync(await handle);
    } catch (error) {
      this.#handles.delete(folder);
      throw error;
    }
  }
}
