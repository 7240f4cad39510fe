/** The house as `docs/design.md` draws it: its folders, and who may import whom. */
import { join } from 'node:path/posix';
import { read } from './read.ts';

export interface DrawnFolder {
  /** From the project's folder. */
  path: string;
  /** Holds data: as many files as there are things. */
  isData: boolean;
}

const page = read('docs/design.md');

/** The fenced block under a heading. */
function drawingUnder(heading: string): string[] {
  const section = page.split(`\n## ${heading}\n`)[1]?.split('\n## ')[0] ?? '';
  const drawing = section.split('\n```')[1] ?? '';
  return drawing.split('\n').slice(1);
}

const folderLine = /^( *)((?:\w+\/ )*\w+\/)(?: {2,}(\S.*))?$/;
const indent = 2;

/**
 * A line names one folder or several, and what they hold; two blanks further in is one folder
 * further down. What begins with `data:` is data.
 */
function foldersIn(lines: readonly string[]): DrawnFolder[] {
  const above: string[] = [];
  return lines.flatMap((line) => {
    const [, blanks = '', names = '', holds = ''] = folderLine.exec(line) ?? [];
    if (names === '') throw new RangeError(`docs/design.md draws no folder here: "${line}"`);
    const depth = blanks.length / indent;
    const paths = names.split(' ').map((name) => join(...above.slice(0, depth), name.slice(0, -1)));
    above[depth] = names.split(' ')[0] ?? '';
    return paths.map((path) => ({ path, isData: holds.startsWith('data:') }));
  });
}

export const drawnFolders: readonly DrawnFolder[] = foldersIn(drawingUnder('Rooms'));

/** The folders of the first row, without `test`. */
export const rooms: readonly string[] = drawnFolders
  .map(({ path }) => path)
  .filter((path) => !path.includes('/') && path !== 'test');

export interface Walls {
  /** Whom each room may import from, besides itself. */
  below: ReadonlyMap<string, readonly string[]>;
  /** Rooms whose sub-rooms stand in an order: each may import from those before it. */
  orders: ReadonlyMap<string, readonly string[]>;
}

const listed = (text: string, between: string): string[] =>
  text
    .split(between)
    .map((name) => name.trim())
    .filter((name) => name !== '');

/** `room -> rooms below it`, and `within room: lowest < … < highest`. */
function wallsIn(lines: readonly string[]): Walls {
  const below = new Map<string, string[]>();
  const orders = new Map<string, string[]>();
  for (const line of lines) {
    const [, room, others] = /^(\w+) *->(.*)$/.exec(line) ?? [];
    const [, whole, order] = /^within (\w+): (.*)$/.exec(line) ?? [];
    if (room && others !== undefined) below.set(room, listed(others, ','));
    else if (whole && order) orders.set(whole, listed(order, '<'));
    else throw new RangeError(`docs/design.md draws no wall here: "${line}"`);
  }
  return { below, orders };
}

export const walls: Walls = wallsIn(drawingUnder('Walls'));
