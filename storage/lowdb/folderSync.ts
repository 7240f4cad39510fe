/**
 * After a power cut a new name is there for certain only when its folder was written as well. Those
 * who wait for the same folder share one write of it, and its descriptor is kept.
 */
import fs from 'node:fs';
import { promisify } from 'node:util';

const open = promisify(fs.open);
const sync = promisify(fs.fsync);
const close = promisify(fs.close);

export class FolderSync {
  readonly #handles = new Map<string, Promise<number>>();
  readonly #running = new Map<string, Promise<void>>();
  readonly #next = new Map<string, Promise<void>>();

  /** Resolves when a write of the folder that began after this call is done. */
  sync(folder: string): Promise<void> {
    if (process.platform === 'win32') return Promise.resolve();
    const next = this.#next.get(folder);
    if (next) return next;
    const running = this.#running.get(folder);
    if (!running) return this.#start(folder);
    const following = running
      .catch(() => undefined)
      .then(() => {
        this.#next.delete(folder);
        return this.#start(folder);
      });
    this.#next.set(folder, following);
    return following;
  }

  async close(): Promise<void> {
    const handles = [...this.#handles.values()];
    this.#handles.clear();
    for (const handle of await Promise.allSettled(handles)) {
      if (handle.status === 'fulfilled') await close(handle.value);
    }
  }

  #start(folder: string): Promise<void> {
    const running = this.#write(folder).finally(() => {
      if (this.#running.get(folder) === running) this.#running.delete(folder);
    });
    this.#running.set(folder, running);
    return running;
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
