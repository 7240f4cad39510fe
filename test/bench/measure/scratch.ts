/** Where benchmarks store. */
import { access, constants, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * On a disk, as a bot's data are: the usual folder for temporary files may lie in memory. Not in
 * the checkout: where many files have come and gone, a new one may cost a hundred times as much.
 */
const disk = process.platform === 'win32' ? tmpdir() : '/var/tmp';
const memory = '/dev/shm';
const own = `upgradera-bench-${process.pid}`;

export function newFolder(): Promise<string> {
  return folderIn(disk);
}

/**
 * Where a file costs the same whatever else a disk has to do, and hardly anything: what is measured
 * there is the code. Elsewhere than on Linux it is on the disk.
 */
export async function newFolderInMemory(): Promise<string> {
  return folderIn((await isWritable(memory)) ? memory : disk);
}

async function folderIn(place: string): Promise<string> {
  const scratch = join(place, own);
  await mkdir(scratch, { recursive: true });
  return mkdtemp(join(scratch, 'data-'));
}

async function isWritable(folder: string): Promise<boolean> {
  try {
    await access(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** Soon: memory is small. */
export function emptyMemory(): Promise<void> {
  return rm(join(memory, own), { recursive: true, force: true });
}

/** At the end only: on a disk where files were removed new ones are dear for a while. */
export async function removeFolders(): Promise<void> {
  await emptyMemory();
  await rm(join(disk, own), { recursive: true, force: true });
}
