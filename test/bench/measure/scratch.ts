/** Where benchmarks store. */
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * On a disk, as a bot's data are: the usual folder for temporary files may lie in memory. Not in
 * the checkout: where many files have come and gone, a new one may cost a hundred times as much.
 */
const disk = process.platform === 'win32' ? tmpdir() : '/var/tmp';
const scratch = join(disk, `upgradera-bench-${process.pid}`);

export async function newFolder(): Promise<string> {
  await mkdir(scratch, { recursive: true });
  return mkdtemp(join(scratch, 'data-'));
}

/** At the end only, for the same reason. */
export function removeFolders(): Promise<void> {
  return rm(scratch, { recursive: true, force: true });
}
