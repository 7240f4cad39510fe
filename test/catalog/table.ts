/** Small product tables for tests, and the facts kept by hand that go with them. */
import type { HandKept } from '../../catalog/handKept.ts';

export const header =
  'Product_Display_Name,String_Id,GUID,Service_Plan_Name,Service_Plan_Id,Service_Plans_Included_Friendly_Names';

/** `id(1)` and `id(2)` are GUIDs that one can tell apart. */
export const id = (number: number): string =>
  `${number.toString(16).padStart(8, 'a')}-0000-4000-8000-000000000000`;

/** `[name, String_Id, product, service plan, its id]`, in lines from 2 on. */
export function tableOf(...rows: readonly (readonly string[])[]): string {
  const lines = rows.map((cells) => [...cells, 'For people'].map(quoted).join(','));
  return `${[header, ...lines].join('\r\n')}\r\n`;
}

const quoted = (cell: string): string =>
  /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;

export const handKept: HandKept = {
  asOf: '2026-08-21',
  source: 'a test',
  segments: [{ segment: 'government', words: ['gcc'] }],
  leftOut: [{ why: 'trial', words: ['trial'] }],
  lines: [
    { family: 'office', kind: 'base', names: ['Office 365 E*'] },
    { family: 'exchange', kind: 'base', names: ['Exchange Online (Plan 1)'] },
    { family: 'addon', kind: 'addon', names: ['Visio*'] },
  ],
  products: {},
};
