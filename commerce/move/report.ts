/** What became of each user, as comma-separated values that a spreadsheet opens and does not execute. */
import type { Move } from '../model/move/move.ts';
import type { Mover } from '../model/move/movePart.ts';
import type { MovePartRepository } from '../ports/repositories.ts';
import { partsOf } from './rows.ts';

/** What commerce has no words for. */
export interface ReportWords {
  /** Between the cells: spreadsheets expect what the language writes lists with. */
  separator: ',' | ';';
  /** Titles of the columns, by what is in them. */
  title(column: ReportColumn): string;
  /** What a product is called. */
  product(skuId: string): string;
  result(row: Mover): string;
  /** Empty where there is none. */
  reason(row: Mover): string;
}

/** In their order; `before` and `after` are products. */
const columns = [
  'userName',
  'name',
  'before',
  'after',
  'keptOff',
  'unmapped',
  'result',
  'reason',
] as const;
export type ReportColumn = (typeof columns)[number];

export async function* reportOf(
  parts: MovePartRepository,
  move: Move,
  words: ReportWords,
): AsyncIterable<string> {
  // A byte order mark: without it spreadsheets take the text for one of an older encoding.
  yield `\uFEFF${line(columns.map(words.title), words)}`;
  for await (const { users } of partsOf(parts, move)) {
    yield users.map((row) => line(cellsOf(row, move, words), words)).join('');
  }
}

function cellsOf(
  row: Mover,
  { sourceSkuId, targetSkuId }: Pick<Move, 'sourceSkuId' | 'targetSkuId'>,
  words: ReportWords,
): string[] {
  const isFreeing = targetSkuId === undefined;
  const source = isFreeing && row.restore ? '' : words.product(sourceSkuId);
  const target = isFreeing
    ? row.restore
      ? words.product(sourceSkuId)
      : ''
    : words.product(targetSkuId);
  const both = `${source}, ${target}`;
  const isBack = row.restore !== undefined;
  const hadBoth = (row.restore ?? row.before)?.hadTarget === true;
  const isMoved = row.state === 'moved' || row.state === 'confirmed';
  const before = row.before ? (hadBoth && !isBack ? both : source) : '';
  const after = isMoved ? (hadBoth && isBack ? both : target) : before;
  return [
    row.userName,
    row.name,
    before,
    after,
    row.keptOff.join(' '),
    row.unmapped.join(' '),
    words.result(row),
    words.reason(row),
  ];
}

/** What a spreadsheet would take for a formula begins with one of these. */
const formula = /^[=+\-@\t\r＝＋－＠]/;

function line(cells: readonly string[], { separator }: ReportWords): string {
  const written = cells.map((text) => {
    const safe = formula.test(text) ? `'${text}` : text;
    return /[",;\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  });
  return `${written.join(separator)}\r\n`;
}
