/** lowdb's adapter for one document in one file. */
import { randomUUID } from 'node:crypto';
import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Adapter } from 'lowdb';
import writeFileAtomic from 'write-file-atomic';
import { z } from 'zod';
import { UpgraderaError } from '../../commerce/errors.ts';
import { documentName } from './documentPaths.ts';
import { hasCode } from './fileErrors.ts';

const keptSchema = z.object({
  version: z.int().positive(),
  id: z.string(),
  document: z.unknown(),
});
export type Kept = z.infer<typeof keptSchema>;

export class DocumentFile implements Adapter<Kept | null> {
  readonly #path: string;
  readonly #staging: string;

  /** @param staging folder on the same file system, where a file lies until it is complete. */
  constructor(path: string, staging: string) {
    this.#path = path;
    this.#staging = staging;
  }

  /** @throws storage.damaged */
  async read(): Promise<Kept | null> {
    try {
      const kept = keptSchema.parse(JSON.parse(await readFile(this.#path, 'utf8')));
      if (documentName(kept.id) === basename(this.#path)) return kept;
    } catch (error) {
      if (hasCode(error, 'ENOENT')) return null;
      if (error instanceof SyntaxError || error instanceof z.ZodError) {
        throw new UpgraderaError('storage.damaged', this.#path, error);
      }
      throw error;
    }
    throw new UpgraderaError('storage.damaged', `${this.#path} holds another document`);
  }

  /** Complete and on the disk in staging first, so that a kill leaves nothing half-written here. */
  async write(kept: Kept | null): Promise<void> {
    const bytes = Buffer.from(JSON.stringify(kept));
    const staged = join(this.#staging, randomUUID());
    try {
      await writeFileAtomic(staged, bytes, { mode: 0o600 });
      await refuseShort(staged, bytes.length);
      await moveInto(staged, this.#path);
    } catch (error) {
      await rm(staged, { force: true });
      throw error;
    }
    await syncFolder(dirname(this.#path));
  }
}

/** A full disk may take a part of a write without an error. */
async function refuseShort(path: string, length: number): Promise<void> {
  const { size } = await stat(path);
  if (size !== length) throw new UpgraderaError('storage.unavailable', `disk full: ${path}`);
}

async function moveInto(staged: string, path: string): Promise<void> {
  try {
    await rename(staged, path);
  } catch (error) {
    if (!hasCode(error, 'ENOENT')) throw error;
    const folder = dirname(path);
    await mkdir(folder, { recursive: true });
    await syncFolder(dirname(folder));
    await syncFolder(dirname(dirname(folder)));
    await rename(staged, path);
  }
}

/** After a power cut a new name is there for certain only when its folder was written as well. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
