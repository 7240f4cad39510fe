/** lowdb's adapter for one document in one file. */
import { randomUUID } from 'node:crypto';
import { mkdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Adapter } from 'lowdb';
import { z } from 'zod';
import { UpgraderaError } from '../../commerce/errors.ts';
import { frozen } from '../../commerce/frozen.ts';
import { documentName } from './documentPaths.ts';
import { readText, writeSynced } from './durableFile.ts';
import { hasCode } from './fileErrors.ts';
import type { FolderSync } from './folderSync.ts';
import type { RecentDocuments } from './recentDocuments.ts';

const keptSchema = z.object({
  version: z.int().positive(),
  id: z.string(),
  document: z.unknown(),
});
export type Kept = z.infer<typeof keptSchema>;

/** What all files of a data folder share. */
export interface FileRoom {
  /** Folder on the same file system, where a file lies until it is complete. */
  staging: string;
  recent: RecentDocuments;
  folders: FolderSync;
}

export class DocumentFile implements Adapter<Kept | null> {
  readonly #path: string;
  readonly #key: string;
  readonly #room: FileRoom;

  /** @param key names the document among the recent ones */
  constructor(path: string, key: string, room: FileRoom) {
    this.#path = path;
    this.#key = key;
    this.#room = room;
  }

  /** @returns it frozen. @throws storage.damaged */
  async read(): Promise<Kept | null> {
    const known = this.#room.recent.get(this.#key);
    if (known !== undefined) return known;
    const text = await readIfThere(this.#path);
    if (text === undefined) {
      this.#room.recent.set(this.#key, 'null');
      return null;
    }
    const kept = frozen(parseKept(text, this.#path));
    this.#room.recent.set(this.#key, text);
    return kept;
  }

  /** Complete and on the disk in staging first, so that a kill leaves nothing half-written here. */
  async write(kept: Kept | null): Promise<void> {
    const { staging, recent, folders } = this.#room;
    const text = JSON.stringify(kept);
    const bytes = Buffer.from(text);
    const staged = join(staging, randomUUID());
    recent.delete(this.#key);
    try {
      await writeSynced(staged, bytes);
      await moveInto(staged, this.#path, folders);
    } catch (error) {
      await rm(staged, { force: true });
      throw error;
    }
    await folders.sync(dirname(this.#path));
    recent.set(this.#key, text);
  }
}

/** For a file that was found without knowing whose it is. @throws storage.damaged */
export async function readFound(path: string): Promise<Kept | null> {
  const text = await readIfThere(path);
  return text === undefined ? null : parseKept(text, path);
}

async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await readText(path);
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined;
    throw error;
  }
}

function parseKept(text: string, path: string): Kept {
  let fault: unknown = 'it holds another document';
  try {
    const kept = keptSchema.parse(JSON.parse(text));
    if (documentName(kept.id) === basename(path)) return kept;
  } catch (error) {
    fault = error;
  }
  throw new UpgraderaError('storage.damaged', path, fault);
}

async function moveInto(staged: string, path: string, folders: FolderSync): Promise<void> {
  try {
    await rename(staged, path);
  } catch (error) {
    if (!hasCode(error, 'ENOENT')) throw error;
    const folder = dirname(path);
    await mkdir(folder, { recursive: true });
    await folders.sync(dirname(folder));
    await folders.sync(dirname(dirname(folder)));
    await rename(staged, path);
  }
}
