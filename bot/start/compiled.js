/** What V8 made of the program: reading it takes less time than making it anew. */
import { mkdirSync, statSync } from 'node:fs';
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';

/**
 * Keeps it in the data folder, which nobody else may write. It is written when the process ends, and
 * made anew for another version of Node or of a file. Where it can't be kept, the start is slower.
 * @param {string} dataDir
 */
export function keepCompiled(dataDir) {
  const folder = join(dataDir, '.compiled');
  // One after the other: Node would make both as folders that others may read.
  if (isOwnFolder(dataDir) && isOwnFolder(folder)) enableCompileCache(folder);
}

/**
 * Makes it where it is not, but none above it. What is wrong with it is told when the storage is opened.
 * @param {string} path
 */
export function isOwnFolder(path) {
  try {
    mkdirSync(path, { mode: 0o700 });
    return true;
  } catch {
    return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
  }
}
