/** What a customer of the partner pays, by the partner's price sheet. */
import type { Segment } from '../../../commerce/model/account.ts';
import type { PriceBook, PriceRequest } from '../../../commerce/model/catalog.ts';
import { prorate } from '../../../commerce/model/money.ts';
import { chargesIn } from '../../../commerce/model/policyValues.ts';
import type { PriceRow } from './priceRow.ts';
import type { PriceSheet } from './priceSheets.ts';

export interface SheetPrices {
  sheet: PriceSheet;
  segment: Segment;
  /** What brings a product, as `product:sku`. */
  soldAs(skuId: string): readonly string[];
  /** Hundredths of a percent on top of what the partner pays; without one, the recommended price. */
  margin: number | undefined;
}

/** What a row asks for one charge, rounded once. */
function chargeOf({ cost, retail, term, billing }: PriceRow, margin: number | undefined): number {
  const charges = chargesIn(term, billing);
  if (margin === undefined) return prorate(retail, 1, charges);
  return prorate(cost, 10_000 + margin, 10_000 * charges);
}

export function sheetPriceBook({ sheet, segment, soldAs, margin }: SheetPrices): PriceBook {
  const inForce = (soldSku: string, request: PriceRequest): PriceRow | undefined =>
    (sheet.get(soldSku) ?? [])
      .filter(
        (row) =>
          row.segment === segment &&
          row.term === request.term &&
          row.billing === request.billing &&
          row.currency === request.currency &&
          row.from <= request.on &&
          request.on <= row.until,
      )
      .toSorted((a, b) => (a.from < b.from ? -1 : 1))
      .at(-1);
  return {
    price(request) {
      const rows = soldAs(request.skuId).flatMap((soldSku) => inForce(soldSku, request) ?? []);
      const [row] = rows;
      if (!row) return undefined;
      const amount = chargeOf(row, margin);
      // The same product at two prices: nobody knows which one is meant.
      if (rows.some((other) => chargeOf(other, margin) !== amount)) return undefined;
      return { amount, validFrom: row.from, assumed: false };
    },
  };
}
