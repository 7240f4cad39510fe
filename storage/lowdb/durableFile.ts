/** Reading and writing with plain descriptors: a write is the dearest part of a turn. */
import fs from 'node:fs';
import { promisify } from 'node:util';
import { UpgraderaError } from '../../commerce/errors.ts';

const write = promisify(fs.write) as (
  fd: number,
  bytes: Buffer,
  from: number,
  length: number,
  position: number,
) => Promise<{
  bytesWritten: number;
}>;
const read = promisify(fs.readFile);

export function readText(path: string): Promise<string> {
  return read(path, 'utf8');
}

export const ownerOnly = 0o600;

/**
 * @param path for the error
 * @param position where in the file the bytes begin
 * @throws storage.unavailable when the disk takes no more
 */
export async function writeAll(
  fd: number,
  bytes: Buffer,
  path: string,
  position: number,
): Promise<void> {
  for (let written = 0; written < bytes.length; ) {
    const left = bytes.length - written;
    const { bytesWritten } = await write(fd, bytes, written, left, position + written);
    if (bytesWritten === 0) throw new UpgraderaError('storage.unavailable', `disk full: ${path}`);
    written += bytesWritten;
  }
}
