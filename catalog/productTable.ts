/** The rows of Microsoft's product table, tidied. */
import { UpgraderaError } from '../commerce/base/errors.ts';
import { parseCsv } from './csv.ts';
import type { Finding } from './findings.ts';

const columns = [
  'Product_Display_Name',
  'String_Id',
  'GUID',
  'Service_Plan_Name',
  'Service_Plan_Id',
  'Service_Plans_Included_Friendly_Names',
] as const;

/** One service plan of one product. Ids are in small letters. */
export interface TableRow {
  line: number;
  name: string;
  stringId: string;
  skuId: string;
  planName: string;
  planId: string;
}

const guid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Tabs, line breaks and no-break spaces as one blank; none at the ends. */
const tidy = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** @throws upstream.malformed when the text does not begin with the table's columns. */
export function readTable(text: string): { rows: TableRow[]; findings: Finding[] } {
  const [header, ...lines] = parseCsv(text);
  if (header?.cells.map(tidy).join() !== columns.join()) {
    throw new UpgraderaError('upstream.malformed', `The columns are not ${columns.join(', ')}`);
  }
  const rows: TableRow[] = [];
  const findings: Finding[] = [];
  const firstLines = new Map<string, number>();
  for (const { line, cells } of lines) {
    const tidied = cells.map(tidy);
    const mistake = mistakeIn(tidied);
    if (mistake) {
      findings.push({ kind: 'skipped', line, detail: mistake });
      continue;
    }
    const [name = '', stringId = '', skuGuid = '', planName = '', planGuid = ''] = tidied;
    const row = {
      line,
      name,
      stringId,
      skuId: skuGuid.toLowerCase(),
      planName,
      planId: planGuid.toLowerCase(),
    };
    // The friendly names in the last column are for people; nothing is read from them.
    const stray = cells.slice(0, 5).find((cell, index) => cell !== tidied[index]);
    if (stray !== undefined) findings.push({ kind: 'whiteSpace', line, detail: tidy(stray) });
    if (row.skuId !== skuGuid || row.planId !== planGuid) {
      findings.push({ kind: 'guidCase', line, detail: stringId });
    }
    const key = `${row.skuId} ${row.planId}`;
    const first = firstLines.get(key);
    if (first !== undefined) {
      const detail = `${stringId}: ${planName}, as in line ${first}`;
      findings.push({ kind: 'duplicateRow', line, detail });
    } else {
      firstLines.set(key, line);
    }
    rows.push(row);
  }
  return { rows, findings };
}

/** What makes a row unreadable. */
function mistakeIn(cells: readonly string[]): string | undefined {
  if (cells.length !== columns.length) {
    return `${cells.length} cells instead of ${columns.length}`;
  }
  const empty = cells.slice(0, 5).indexOf('');
  if (empty >= 0) return `${columns[empty]} is empty`;
  const wrong = [2, 4].find((index) => !guid.test(cells[index]?.toLowerCase() ?? ''));
  return wrong === undefined ? undefined : `${columns[wrong]} is no GUID: ${cells[wrong]}`;
}
