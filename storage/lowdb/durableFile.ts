/**
 * Files that are on the disk, whole, before anybody is told. Plain descriptors and no more calls
 * than the promise needs: a write is the dearest part of a turn.
 */
import fs from 'node:fs';
import { promisify } from 'node:util';
import { UpgraderaError } from '../../commerce/errors.ts';

const open = promisify(fs.open);
const write = promisify(fs.write) as (
  fd: number,
  bytes: Buffer,
  from: number,
) => Promise<{
  bytesWritten: number;
}>;
const sync = promisify(fs.fsync);
const close = promisify(fs.close);
const read = promisify(fs.readFile);

export function readText(path: string): Promise<string> {
  return read(path, 'utf8');
}

const ownerOnly = 0o600;

/**
 * A new file, synced.
 * @throws storage.unavailable when the disk takes no more
 */
export async function writeSynced(path: string, bytes: Buffer): Promise<void> {
  const fd = await open(path, 'wx', ownerOnly);
  try {
    for (let written = 0; written < bytes.length; ) {
      const { bytesWritten } = await write(fd, bytes, written);
      if (bytesWritten === 0) throw new UpgraderaError('storage.unavailable', `disk full: ${path}`);
      written += bytesWritten;
    }
    await sync(fd);
  } finally {
    await close(fd);
  }
}
