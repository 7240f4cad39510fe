/** The folder that holds all files of an engine. */
import { mkdir, open, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { hasCode } from './fileErrors.ts';

/**
 * Not `mkdir` with `recursive`: that tries forever where a folder refuses every name, as `/proc`
 * does.
 */
export async function makeFolder(folder: string, parentIsThere = false): Promise<void> {
  try {
    await mkdir(folder, { mode: 0o700 });
  } catch (error) {
    const parent = dirname(folder);
    if (hasCode(error, 'EEXIST') && (await stat(folder)).isDirectory()) return;
    if (!hasCode(error, 'ENOENT') || parentIsThere || parent === folder) throw error;
    await makeFolder(parent);
    await makeFolder(folder, true);
  }
}

/** Files lie here until they are complete: after a kill, what is unfinished is here and nowhere else. */
export const stagingName = '.staging';

export async function emptyStaging(folder: string): Promise<void> {
  const staging = join(folder, stagingName);
  await rm(staging, { recursive: true, force: true });
  await mkdir(staging);
}

/** After a power cut a new name is there for certain only when its folder was written as well. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
