import assert from 'node:assert/strict';
import type { PriceRow } from '../../../../microsoft/partnerCenter/prices/priceRow.ts';
import { PriceSheets } from '../../../../microsoft/partnerCenter/prices/priceSheets.ts';
import { sheetPriceBook } from '../../../../microsoft/partnerCenter/prices/sheetPriceBook.ts';
import { MemoryTenantState } from '../../../support/tenant/memoryTenantState.ts';
import { priceSheetCsv } from '../../wire/partnerCatalog.ts';

const row: PriceRow = {
  soldSku: 'P:0001',
  segment: 'commercial',
  term: 'P1Y',
  billing: 'monthly',
  currency: 'SEK',
  cost: 100_000,
  retail: 125_000,
  from: '2026-07-01',
  until: '2026-12-31',
};
const asked = {
  skuId: 'sku',
  currency: 'SEK',
  term: 'P1Y',
  billing: 'monthly',
  on: '2026-11-23',
} as const;
const priceOf = (rows: PriceRow[], rest: object = {}, margin?: number) =>
  sheetPriceBook({
    sheet: Map.groupBy(rows, ({ soldSku }) => soldSku),
    segment: 'commercial',
    soldAs: () => ['P:0001', 'P:0002'],
    margin,
  }).price({ ...asked, ...rest });

describe('what a customer of the partner pays', () => {
  for (const [what, rows, margin, amount] of [
    ['the recommended price, a twelfth of a year each month', [row], undefined, 10_417],
    ['what the partner pays, and nothing on top', [row], 0, 8_333],
    ['with a margin, rounded once', [row], 1_250, 9_375],
    ['a whole year at once', [{ ...row, billing: 'annual' }], undefined, undefined],
    ['a price that is not in force yet', [{ ...row, from: '2026-11-24' }], undefined, undefined],
    ['one that is over', [{ ...row, until: '2026-11-22' }], undefined, undefined],
    [
      'on its first and last day',
      [{ ...row, from: '2026-11-23', until: '2026-11-23' }],
      undefined,
      10_417,
    ],
    ['the later of two', [{ ...row, from: '2026-11-01', retail: 120_000 }, row], undefined, 10_000],
    ['schools', [{ ...row, segment: 'education' }], undefined, undefined],
    ['euros', [{ ...row, currency: 'EUR' }], undefined, undefined],
    [
      'the same product at two prices',
      [row, { ...row, soldSku: 'P:0002', retail: 1 }],
      undefined,
      undefined,
    ],
    ['the same product at one price', [row, { ...row, soldSku: 'P:0002' }], undefined, 10_417],
    ['another product', [{ ...row, soldSku: 'Q:0001' }], undefined, undefined],
  ] as [string, PriceRow[], number | undefined, number | undefined][]) {
    it(`is ${amount ?? 'unknown'}: ${what}`, () => {
      assert.equal(priceOf(rows, {}, margin)?.amount, amount);
    });
  }

  it('is of the sheet that it names, and no assumption', () => {
    assert.deepEqual(priceOf([row]), { amount: 10_417, validFrom: '2026-07-01', assumed: false });
  });
});

describe('price sheets that are imported', () => {
  const sheets = new PriceSheets(new MemoryTenantState());
  const sheet = (from: string, market = 'SE') =>
    priceSheetCsv({ market, currency: 'SEK' }).replaceAll('2023-01-01', from);

  it('keep what was in force before, and take the newer of what begins on one day', async () => {
    const first = await sheets.import(sheet('2026-01-01'));
    const again = await sheets.import(sheet('2026-01-01'));
    assert.deepEqual(again, first);
    const second = await sheets.import(sheet('2026-07-01'));
    assert.equal(second.markets[0]?.prices, 2 * (first.markets[0]?.prices ?? 0));
    assert.equal((await sheets.of('se'))?.size, (await sheets.of('SE'))?.size);
  });

  it('are one for each country', async () => {
    assert.equal(await sheets.of('NO'), undefined);
    await sheets.import(sheet('2026-01-01', 'NO'));
    assert.ok(await sheets.of('NO'));
  });
});
