/**
 * The price sheet that a partner exports from Partner Center as CSV, with its columns:
 * https://learn.microsoft.com/partner-center/developer/get-a-price-sheet. A price is for the whole term,
 * also where it is charged in parts (support.appxite.com/hc/en-us/articles/8067548278556).
 */
import { CsvError, parse } from 'csv-parse/sync';
import { UpgraderaError } from '../../../commerce/base/errors.ts';
import type { Segment } from '../../../commerce/model/account.ts';
import { chargesIn } from '../../../commerce/model/policyValues.ts';
import { type PriceRow, priceRowSchema } from './priceRow.ts';

export interface ReadSheet {
  /** By the country that they are for. */
  markets: ReadonlyMap<string, PriceRow[]>;
  /** Lines that are prices of nothing that is sold here: other currencies, usage, trials, tiers. */
  passedOver: number;
}

const columns = [
  'productid',
  'skuid',
  'market',
  'currency',
  'segment',
  'termduration',
  'billingplan',
  'unitprice',
  'erpprice',
  'effectivestartdate',
  'effectiveenddate',
] as const;
type Column = (typeof columns)[number];

const segments: Readonly<Record<string, Segment>> = {
  commercial: 'commercial',
  education: 'education',
  charity: 'nonprofit',
  nonprofit: 'nonprofit',
  government: 'government',
  governmentcommunitycloud: 'government',
};

/** @throws upstream.malformed, with the line where it is known */
export function readPriceSheet(text: string): ReadSheet {
  const records = recordsIn(text);
  const missing = columns.filter((name) => records[0] && !(name in records[0]));
  if (records.length === 0) throw new UpgraderaError('upstream.malformed', 'no prices');
  if (missing.length > 0) {
    throw new UpgraderaError('upstream.malformed', `columns missing: ${missing.join(', ')}`);
  }
  const markets = new Map<string, PriceRow[]>();
  let passedOver = 0;
  for (const record of records as Record<Column, string>[]) {
    const row = rowOf(record);
    const market = record.market.trim().toUpperCase();
    if (!row || !/^[A-Z]{2}$/.test(market)) {
      passedOver += 1;
      continue;
    }
    const rows = markets.get(market) ?? [];
    rows.push(row);
    markets.set(market, rows);
  }
  return { markets, passedOver };
}

function recordsIn(text: string): Record<string, string>[] {
  try {
    return parse<Record<string, string>>(text, {
      bom: true,
      columns: (header: string[]) => header.map((name) => name.replace(/\s/g, '').toLowerCase()),
      skip_empty_lines: true,
      trim: true,
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new UpgraderaError('upstream.malformed', `${error.code} in line ${String(error.lines)}`);
  }
}

function rowOf(record: Record<Column, string> & { pricingtierrangemin?: string }) {
  if (Number(record.pricingtierrangemin || 1) > 1) return undefined;
  const parsed = priceRowSchema.safeParse({
    soldSku: `${record.productid}:${record.skuid.padStart(4, '0')}`.toUpperCase(),
    segment: segments[record.segment.replace(/\s/g, '').toLowerCase()],
    term: record.termduration.toUpperCase(),
    billing: record.billingplan.toLowerCase(),
    currency: record.currency.toUpperCase(),
    cost: minorUnits(record.unitprice),
    retail: minorUnits(record.erpprice),
    from: record.effectivestartdate.slice(0, 10),
    until: record.effectiveenddate.slice(0, 10),
  });
  if (!parsed.success || chargesIn(parsed.data.term, parsed.data.billing) === 0) return undefined;
  return parsed.data;
}

/** Of a plain decimal number; every currency here has two places. Rounded half up. */
function minorUnits(text: string): number | undefined {
  const [, whole, places = ''] = /^(\d{1,12})(?:\.(\d+))?$/.exec(text) ?? [];
  if (whole === undefined) return undefined;
  const digits = places.padEnd(3, '0');
  const minor = Number(whole) * 100 + Number(digits.slice(0, 2));
  return Number(digits[2]) >= 5 ? minor + 1 : minor;
}
