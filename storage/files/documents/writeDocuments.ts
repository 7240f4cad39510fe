/**
 * Writes many documents to their files, each of them complete on the disk before it is seen. The
 * calls block, since they are many and short: for a thread that has nothing else to do.
 */
import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import { dirname, join } from 'node:path';
import { hasCode } from '../fileErrors.ts';
import { ownerOnly, writeWhole } from '../wholeFile.ts';

/** The disk writes several new files at once as fast as one. */
const filesAtOnce = 64;

/**
 * @param staging folder on the same file system, where a file lies until it is complete
 * @param documents by path. All of them are on the disk afterwards.
 */
export function writeDocuments(staging: string, documents: ReadonlyMap<string, Buffer>): void {
  const waiting = [...documents];
  const folders = new Set<string>();
  while (waiting.length > 0) writeFew(staging, waiting.splice(-filesAtOnce), folders);
  for (const folder of folders) syncFolder(folder);
}

type Found = [path: string, bytes: Buffer];

/** @param folders gets those whose names have changed */
function writeFew(staging: string, few: readonly Found[], folders: Set<string>): void {
  const staged: string[] = [];
  const open: number[] = [];
  try {
    for (const [, bytes] of few) {
      const at = join(staging, randomUUID());
      staged.push(at);
      const fd = fs.openSync(at, 'wx', ownerOnly);
      open.push(fd);
      writeWhole(fd, bytes, at);
    }
    for (const fd of open) fs.fsyncSync(fd);
    for (const [index, [path]] of few.entries()) moveInto(staged[index] ?? '', path, folders);
  } catch (error) {
    for (const at of staged) fs.rmSync(at, { force: true });
    throw error;
  } finally {
    for (const fd of open) fs.closeSync(fd);
  }
}

/** @param folders gets those whose names have changed */
function moveInto(staged: string, path: string, folders: Set<string>): void {
  const folder = dirname(path);
  try {
    fs.renameSync(staged, path);
  } catch (error) {
    if (!hasCode(error, 'ENOENT')) throw error;
    fs.mkdirSync(folder, { recursive: true });
    fs.renameSync(staged, path);
  }
  // The folder's own name too: an attempt that failed may have made it.
  folders
    .add(folder)
    .add(dirname(folder))
    .add(dirname(dirname(folder)));
}

function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const fd = fs.openSync(folder, 'r');
  try {
    fs.fsyncSync(fd);
  } finally {
    fs.closeSync(fd);
  }
}
