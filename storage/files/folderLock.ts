/**
 * Lets one process at a time use a data folder. The lock is a file `.lock-N`, and the next owner makes
 * `.lock-(N+1)`: of two processes that find the same dead owner only one can make it. The newest file
 * always stays; its owner renames it to `.lock-N.free` when it leaves.
 */
import { readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { UpgraderaError } from '../../commerce/base/errors.ts';
import { hasCode } from './fileErrors.ts';
import { pidNamespace, processIdentity } from './processIdentity.ts';

const lockName = /^\.lock-(\d+)(\.free)?$/;
const heartbeatMs = 5_000;
/** Milliseconds without a sign of life after which an owner is taken for dead whose pid says nothing here. */
const silenceMs = 30_000;

const ownerSchema = z.object({ pid: z.int().positive(), started: z.string(), realm: z.string() });
type Owner = z.infer<typeof ownerSchema>;

interface LockFile {
  path: string;
  turn: number;
  free: boolean;
}

export class FolderLock {
  readonly #path: string;
  readonly #heartbeat: NodeJS.Timeout;

  private constructor(path: string) {
    this.#path = path;
    this.#heartbeat = setInterval(() => {
      const now = new Date();
      utimes(path, now, now).catch(() => undefined);
    }, heartbeatMs).unref();
  }

  /** @throws storage.locked when another owner lives */
  static async take(folder: string): Promise<FolderLock> {
    const started = (await processIdentity(process.pid)) ?? '';
    const self: Owner = { pid: process.pid, started, realm: await pidNamespace() };
    for (;;) {
      const newest = (await lockFiles(folder))[0];
      if (newest && !newest.free) await refuseLiving(newest.path, self, folder);
      const turn = (newest?.turn ?? 0) + 1;
      const path = join(folder, `.lock-${turn}`);
      if (!(await claim(path, self))) continue;
      const [last, ...older] = await lockFiles(folder);
      if (last?.path === path) {
        for (const file of older) await rm(file.path, { force: true });
        return new FolderLock(path);
      }
      await rm(path, { force: true });
    }
  }

  async release(): Promise<void> {
    clearInterval(this.#heartbeat);
    try {
      await rename(this.#path, `${this.#path}.free`);
    } catch (error) {
      if (!hasCode(error, 'ENOENT')) throw error;
    }
  }
}

/** Newest first. */
async function lockFiles(folder: string): Promise<LockFile[]> {
  const files = (await readdir(folder)).flatMap((name) => {
    const match = lockName.exec(name);
    return match
      ? [{ path: join(folder, name), turn: Number(match[1]), free: match[2] !== undefined }]
      : [];
  });
  return files.sort((a, b) => b.turn - a.turn);
}

async function claim(path: string, self: Owner): Promise<boolean> {
  try {
    await writeFile(path, JSON.stringify(self), { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false;
    throw error;
  }
}

async function refuseLiving(path: string, self: Owner, folder: string): Promise<void> {
  const owner = await readOwner(path);
  const lives =
    owner && owner.realm === self.realm
      ? await isSameProcess(owner)
      : Date.now() - (await lastHeartbeat(path)) < silenceMs;
  if (!lives) return;
  throw new UpgraderaError('storage.locked', owner ? `${folder}, process ${owner.pid}` : folder);
}

/** @returns undefined for a lock that is being written just now, or was never finished. */
async function readOwner(path: string): Promise<Owner | undefined> {
  try {
    return ownerSchema.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch {
    return undefined;
  }
}

async function isSameProcess(owner: Owner): Promise<boolean> {
  const started = await processIdentity(owner.pid);
  if (started === undefined) return false;
  return started === owner.started || started === '' || owner.started === '';
}

/** Milliseconds since 1970; 0 when its owner left meanwhile. */
async function lastHeartbeat(path: string): Promise<number> {
  const file = await stat(path).catch(() => undefined);
  return file?.mtimeMs ?? 0;
}
