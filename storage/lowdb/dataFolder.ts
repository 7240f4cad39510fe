/** The folder that everything lies in. */
import { mkdir, rm, stat } from 'node:fs/promises';
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

/** What a killed process had not finished lies in this folder, and nowhere else. */
export async function emptyStaging(folder: string): Promise<string> {
  const staging = join(folder, '.staging');
  await rm(staging, { recursive: true, force: true });
  await mkdir(staging);
  return staging;
}
