/** Comma-separated values as RFC 4180 describes them. */

export interface CsvRow {
  /** 1-based line of the text on which the row begins. */
  line: number;
  cells: string[];
}

/** A cell with what ends it: quoted, with quotes doubled inside, or plain. */
const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|\n|\r|$)/y;

/**
 * Reads rows of any length. A byte order mark is dropped, as are lines without any cell. A row
 * with a stray quote can't be cut into cells: it comes back as one cell, the whole line, and
 * reading goes on at the next line.
 */
export function parseCsv(text: string): CsvRow[] {
  const rows: CsvRow[] = [];
  let at = text.startsWith('\uFEFF') ? 1 : 0;
  let line = 1;
  while (at < text.length) {
    const row = readRow(text, at);
    if (row.cells.length > 1 || row.cells[0] !== '') rows.push({ line, cells: row.cells });
    line += text.slice(at, row.end).match(/\r\n|\n|\r/g)?.length ?? 0;
    at = row.end;
  }
  return rows;
}

function readRow(text: string, start: number): { cells: string[]; end: number } {
  const cells: string[] = [];
  cell.lastIndex = start;
  for (;;) {
    const found = cell.exec(text);
    if (!found) return wholeLine(text, start);
    const [, quoted, plain = '', separator] = found;
    cells.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (separator !== ',') return { cells, end: cell.lastIndex };
  }
}

function wholeLine(text: string, start: number): { cells: string[]; end: number } {
  const [all = '', content = ''] = /([^\r\n]*)(?:\r\n|\n|\r|$)/.exec(text.slice(start)) ?? [];
  return { cells: [content], end: start + all.length };
}
