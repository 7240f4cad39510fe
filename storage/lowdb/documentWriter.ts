/** Writes many documents to their files, each of them complete on the disk before it is seen. */
import { randomUUID } from 'node:crypto';
import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { writeSynced } from './durableFile.ts';
import { hasCode } from './fileErrors.ts';
import { FolderSync } from './folderSync.ts';

/** So few that what people wait for finds the disk free. */
const filesAtOnce = 4;

export class DocumentWriter {
  readonly #staging: string;
  readonly #folders = new FolderSync();

  /** @param staging folder on the same file system, where a file lies until it is complete */
  constructor(staging: string) {
    this.#staging = staging;
  }

  /** @param texts by path. All of them are on the disk afterwards. */
  async write(texts: ReadonlyMap<string, string>): Promise<void> {
    const waiting = [...texts];
    const folders = new Set<string>();
    const writeOn = async (): Promise<void> => {
      for (let next = waiting.pop(); next; next = waiting.pop()) {
        await this.#writeOne(...next);
        folders.add(dirname(next[0]));
      }
    };
    await Promise.all(Array.from({ length: filesAtOnce }, writeOn));
    for (const folder of folders) await this.#folders.sync(folder);
  }

  /** Makes names in a folder durable. */
  sync(folder: string): Promise<void> {
    return this.#folders.sync(folder);
  }

  close(): Promise<void> {
    return this.#folders.close();
  }

  async #writeOne(path: string, text: string): Promise<void> {
    const staged = join(this.#staging, randomUUID());
    try {
      await writeSynced(staged, Buffer.from(text));
      await this.#moveInto(staged, path);
    } catch (error) {
      await rm(staged, { force: true });
      throw error;
    }
  }

  async #moveInto(staged: string, path: string): Promise<void> {
    try {
      await rename(staged, path);
    } catch (error) {
      if (!hasCode(error, 'ENOENT')) throw error;
      const folder = dirname(path);
      await mkdir(folder, { recursive: true });
      await this.#folders.sync(dirname(folder));
      await this.#folders.sync(dirname(dirname(folder)));
      await rename(staged, path);
    }
  }
}
