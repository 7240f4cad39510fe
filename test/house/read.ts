import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The project's folder. */
export const root = join(import.meta.dirname, '../..');

/** @param path from the project's folder */
export function read(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}
