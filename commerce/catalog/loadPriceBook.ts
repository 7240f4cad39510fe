/** The price book from our own data file: list prices with validity, and what one charge costs. */
import { z } from 'zod';
import { UpgraderaError } from '../base/errors.ts';
import type { Price, PriceBook, PriceRequest } from '../model/catalog.ts';
import { currencySchema, prorate } from '../model/money.ts';
import { chargeFactors } from '../model/policyValues.ts';
import pricesJson from './data/prices.json' with { type: 'json' };

const listPriceSchema = z.int().nonnegative();

const rowSchema = z.object({
  skuId: z.guid(),
  /** First day of this list; it holds until the next row of the same product. */
  from: z.iso.date(),
  /** Minor units per licence and month, one-year term paid yearly. */
  USD: listPriceSchema,
  EUR: listPriceSchema,
  SEK: listPriceSchema,
  /** Currencies in which no price is published: derived as the file's `assumptions` say. */
  assumed: z.array(currencySchema),
  /** Keys into `sources` of the file. */
  sources: z.array(z.string()).min(1),
});
type Row = z.infer<typeof rowSchema>;

const fileSchema = z
  .object({
    asOf: z.iso.date(),
    assumptions: z.record(currencySchema, z.string()),
    sources: z.record(z.string(), z.string()),
    prices: z.array(rowSchema).min(1),
  })
  .superRefine(({ prices, sources }, context) => {
    const seen = new Set<string>();
    for (const row of prices) {
      const key = `${row.skuId.toLowerCase()} from ${row.from}`;
      if (seen.has(key)) context.addIssue(`${key} has two prices`);
      seen.add(key);
      for (const source of row.sources) {
        if (!(source in sources)) context.addIssue(`${key}: unknown source ${source}`);
      }
    }
  });

function newestFirst(rows: readonly Row[]): Map<string, Row[]> {
  const sorted = rows.toSorted((a, b) => (a.from < b.from ? 1 : -1));
  return Map.groupBy(sorted, (row) => row.skuId.toLowerCase());
}

/** @throws storage.damaged when the data is not a price book. */
export function readPriceBook(data: unknown): PriceBook {
  const parsed = fileSchema.safeParse(data);
  if (!parsed.success) {
    throw new UpgraderaError('storage.damaged', `prices: ${z.prettifyError(parsed.error)}`);
  }
  const lists = newestFirst(parsed.data.prices);
  return {
    price({ skuId, currency, term, billing, on }: PriceRequest): Price | undefined {
      const row = lists.get(skuId.toLowerCase())?.find(({ from }) => from <= on);
      const factor = chargeFactors[term][billing];
      if (!row || !factor) return undefined;
      return {
        amount: prorate(row[currency], factor.months * factor.percent, 100),
        validFrom: row.from,
        assumed: row.assumed.includes(currency),
      };
    },
  };
}

/** The price book that ships with the bot. Reads and checks it anew: call it once. */
export function loadPriceBook(): PriceBook {
  return readPriceBook(pricesJson);
}
