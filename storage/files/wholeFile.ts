/** Reading and writing whole texts with plain file descriptors: a write is the dearest part of a turn. */
import fs from 'node:fs';
import { promisify } from 'node:util';
import { UpgraderaError } from '../../commerce/base/errors.ts';

const read = promisify(fs.readFile);

export function readText(path: string): Promise<string> {
  return read(path, 'utf8');
}

export const ownerOnly = 0o600;

/**
 * Blocks for as long as the system needs to take the bytes; only a sync would wait for the disk.
 * @param path for the error
 * @param position where in the file the bytes begin
 * @throws storage.unavailable when the disk takes no more
 */
export function writeWhole(fd: number, bytes: Buffer, path: string, position = 0): void {
  for (let written = 0; written < bytes.length; ) {
    const left = bytes.length - written;
    const more = fs.writeSync(fd, bytes, written, left, position + written);
    if (more === 0) throw new UpgraderaError('storage.unavailable', `disk full: ${path}`);
    written += more;
  }
}
