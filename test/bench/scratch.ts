/** Where benchmarks store. */
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** On the disk of the checkout: a folder for temporary files may lie in memory. */
const scratch = join(import.meta.dirname, '..', '..', '.bench');

export async function newFolder(): Promise<string> {
  await mkdir(scratch, { recursive: true });
  return mkdtemp(join(scratch, 'data-'));
}

/** At the end only: file systems are slow where many files have just been removed. */
export function removeFolders(): Promise<void> {
  return rm(scratch, { recursive: true, force: true });
}
