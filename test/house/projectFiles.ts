/** The project's own files, as the tests of the house rules read them. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

export const root = join(import.meta.dirname, '../..');

/** The folders with code that runs. */
export const rooms = [
  'bot',
  'cards',
  'catalog',
  'commerce',
  'dialogs',
  'locales',
  'manifest',
  'sandbox',
  'storage',
  'understanding',
] as const;
export type Room = (typeof rooms)[number];

export interface ProjectFile {
  /** From the project's folder, with `/`. */
  path: string;
  room: Room | 'test' | 'other';
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

function roomOf(path: string): ProjectFile['room'] {
  const folder = path.split('/')[0];
  return [...rooms, 'test' as const].find((room) => room === folder) ?? 'other';
}

export const projectFiles: ProjectFile[] = [...pathsIn(root)]
  .filter((path) => readable.test(path))
  .map((path) => ({ path, room: roomOf(path), text: readFileSync(join(root, path), 'utf8') }));

export const scripts = projectFiles.filter(({ path }) => path.endsWith('.ts'));
/** The scripts that run in production. */
export const sources = scripts.filter(({ room }) => room !== 'test' && room !== 'other');

export function read(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}
