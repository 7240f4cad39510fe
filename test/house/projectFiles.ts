/** The project's own files, as the tests of the house rules read them. */
import { readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { rooms } from './drawing.ts';
import { read, root } from './read.ts';

export interface ProjectFile {
  /** From the project's folder, with `/`. */
  path: string;
  text: string;
}

const notOurs = new Set(['.git', 'node_modules', 'data', 'dist', '.bench']);
const readable = /\.(ts|js|mjs|json|css|html|svg|md|txt|yml)$|(^|\/)(\.[a-z]+|LICENSE|run)$/;

function* pathsIn(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    const isKept = folder === root && notOurs.has(entry.name);
    if (entry.isDirectory() && !isKept) yield* pathsIn(path);
    else if (entry.isFile() && !isKept) yield relative(root, path).split(sep).join('/');
  }
}

/** The folder of the first row that a path lies in. */
export function roomOf(path: string): string {
  return path.split('/')[0] ?? '';
}

export const projectPaths: readonly string[] = [...pathsIn(root)];

export const projectFiles: ProjectFile[] = projectPaths
  .filter((path) => readable.test(path))
  .map((path) => ({ path, text: read(path) }));

export const scripts = projectFiles.filter(({ path }) => path.endsWith('.ts'));
/** The scripts that run in production. */
export const sources = scripts.filter(({ path }) => rooms.includes(roomOf(path)));
