/** A list of users as somebody pasted it, or as a file holds it. */
import { CsvError, parse } from 'csv-parse/sync';
import { mostListedUsers } from '../model/policyValues.ts';

export interface UserList {
  /** User names or e-mail addresses in lower case, each once, in the order of the list. */
  userNames: string[];
  /** How often one stood there again. */
  repeated: number;
  /** More than `mostListedUsers`: those are left out. */
  isCut: boolean;
}

const address = /[^\s<>"'(),;:]+@[^\s<>"'(),;:]+/;
/** Titles of the column with user names, the surest first. */
const titles: readonly RegExp[] = [
  /user ?principal ?name|\bupn\b/i,
  /user ?name|användarnamn|sign-?in|inloggning/i,
  /e-?mail|e-?post|\bmail\b/i,
];

/**
 * Reads names between commas, semicolons, tabs or line breaks, with or without quotes, and tables with a
 * title row. Whatever is no address stays as it was typed where its line has none: nobody is left out
 * unsaid.
 */
export function readUserList(text: string): UserList {
  const rows = cellsOf(text);
  const column = titledColumn(rows);
  const found =
    column === undefined
      ? rows.flatMap(namesIn)
      : rows.slice(1).flatMap((row) => nameIn(row[column] ?? ''));
  const all = found.map((name) => name.toLowerCase());
  const userNames = [...new Set(all)];
  return {
    userNames: userNames.slice(0, mostListedUsers),
    repeated: all.length - userNames.length,
    isCut: userNames.length > mostListedUsers,
  };
}

function cellsOf(text: string): string[][] {
  const plain = text.replace(/\r\n?/g, '\n');
  return rowsOf(plain)
    .map((row) => row.map((cell) => cell.trim()))
    .filter((row) => row.some((cell) => cell !== ''));
}

/** Where a quote is left open, quotes mean nothing. */
function rowsOf(text: string): string[][] {
  try {
    return parse(text, {
      bom: true,
      delimiter: [';', ',', '\t'],
      relax_column_count: true,
      relax_quotes: true,
      record_delimiter: '\n',
      skip_empty_lines: true,
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return text.split('\n').map((row) => row.replaceAll('"', '').split(/[;,\t]/));
  }
}

/** @returns undefined where the first row is not one of titles */
function titledColumn(rows: readonly string[][]): number | undefined {
  const [first, ...rest] = rows;
  if (!first || first.some((cell) => address.test(cell))) return undefined;
  for (const title of titles) {
    const at = first.findIndex((cell) => title.test(cell));
    if (at >= 0) return at;
  }
  const filled = first.map((_, at) => rest.filter((row) => address.test(row[at] ?? '')).length);
  const most = Math.max(...filled);
  return rest.length > 0 && most > 0 && first.length > 1 ? filled.indexOf(most) : undefined;
}

function namesIn(row: readonly string[]): string[] {
  const addresses = row.filter((cell) => address.test(cell));
  return (addresses.length > 0 ? addresses : row).flatMap(nameIn);
}

function nameIn(cell: string): string[] {
  const name = address.exec(cell)?.[0] ?? cell.trim();
  return name === '' ? [] : [name];
}
