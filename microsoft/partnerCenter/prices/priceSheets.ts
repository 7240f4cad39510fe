/** Prices that a partner imported, a document for each country. What was once in force stays. */
import { memoizeByObject } from '../../../commerce/base/memoize.ts';
import type { PriceSheetRepository } from '../../../commerce/ports/repositories.ts';
import { type PriceRow, priceSheetSchema } from './priceRow.ts';
import { readPriceSheet } from './readPriceSheet.ts';

/** Rows by what they are the price of. */
export type PriceSheet = ReadonlyMap<string, readonly PriceRow[]>;

/** A document that was read is not read again. */
const sheetIn = memoizeByObject((document: object): PriceSheet => {
  const { rows } = priceSheetSchema.parse(document);
  return Map.groupBy(rows, ({ soldSku }) => soldSku);
});

/** One price takes the place of another when they begin on the same day. */
const keyOf = ({ soldSku, segment, term, billing, currency, from }: PriceRow): string =>
  [soldSku, segment, term, billing, currency, from].join();

export interface ImportedSheet {
  /** How many prices each country has now. */
  markets: { market: string; prices: number }[];
  passedOver: number;
}

export class PriceSheets {
  readonly #stored: PriceSheetRepository;

  constructor(stored: PriceSheetRepository) {
    this.#stored = stored;
  }

  /** @param market as in ISO 3166-1 alpha-2. @returns undefined where none was imported */
  async of(market: string): Promise<PriceSheet | undefined> {
    const stored = await this.#stored.load(market.toUpperCase());
    return stored && sheetIn(stored.value as object);
  }

  /** @throws upstream.malformed before anything is stored, storage.conflict */
  async import(text: string): Promise<ImportedSheet> {
    const { markets, passedOver } = readPriceSheet(text);
    const imported: ImportedSheet['markets'] = [];
    for (const [market, rows] of markets) {
      const stored = await this.#stored.load(market);
      const known = stored ? priceSheetSchema.parse(stored.value).rows : [];
      const merged = new Map([...known, ...rows].map((row) => [keyOf(row), row]));
      const sheet = { v: 1, market, rows: [...merged.values()] };
      await this.#stored.save(market, sheet, stored?.version ?? 0);
      imported.push({ market, prices: merged.size });
    }
    return { markets: imported, passedOver };
  }
}
