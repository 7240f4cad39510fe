import assert from 'node:assert/strict';
import { readPriceSheet } from '../../../../microsoft/partnerCenter/prices/readPriceSheet.ts';
import { priceSheetCsv } from '../../wire/partnerCatalog.ts';

const columns: Record<string, string> = {
  ProductId: 'CFQ7TTC0LCHC',
  SkuId: '0002',
  SkuTitle: 'Microsoft 365 Business Premium',
  Market: 'SE',
  Currency: 'SEK',
  Segment: 'Commercial',
  TermDuration: 'P1Y',
  BillingPlan: 'Monthly',
  UnitPrice: '2100.00',
  'ERP Price': '2511.60',
  EffectiveStartDate: '2026-07-01T00:00:00.0000000Z',
  EffectiveEndDate: '9999-12-30T00:00:00.0000000Z',
};
const csv = (...rows: Record<string, string>[]): string =>
  [
    Object.keys({ ...columns, ...rows[0] }).join(),
    ...rows.map((row) => Object.values({ ...columns, ...row }).join()),
  ].join('\r\n');
const only = (row: Record<string, string> = {}) => readPriceSheet(csv(row)).markets.get('SE')?.[0];

describe('the price sheet of Partner Center', () => {
  it('is read', () => {
    assert.deepEqual(only(), {
      soldSku: 'CFQ7TTC0LCHC:0002',
      segment: 'commercial',
      term: 'P1Y',
      billing: 'monthly',
      currency: 'SEK',
      cost: 210_000,
      retail: 251_160,
      from: '2026-07-01',
      until: '9999-12-30',
    });
  });

  for (const [what, row, expected] of [
    ['a sku without zeros before it', { SkuId: '2' }, { soldSku: 'CFQ7TTC0LCHC:0002' }],
    ['more places than a cent has, half up', { UnitPrice: '0.125' }, { cost: 13 }],
    ['fewer places', { UnitPrice: '657.6' }, { cost: 65_760 }],
    ['none', { UnitPrice: '12' }, { cost: 1_200 }],
    ['charities', { Segment: 'Charity' }, { segment: 'nonprofit' }],
    [
      'three years at once',
      { TermDuration: 'P3Y', BillingPlan: 'Triennial' },
      { billing: 'triennial' },
    ],
    [
      'small letters',
      { Currency: 'sek', TermDuration: 'p1y', BillingPlan: 'monthly' },
      { currency: 'SEK' },
    ],
    ['days without an hour', { EffectiveStartDate: '2026-07-01' }, { from: '2026-07-01' }],
  ] as const) {
    it(`is read with ${what}`, () => {
      assert.partialDeepStrictEqual(only(row), expected);
    });
  }

  for (const [what, row] of [
    ['another currency', { Currency: 'NOK' }],
    ['usage', { TermDuration: '' }],
    ['a trial', { BillingPlan: 'None' }],
    ['a way to pay that is not sold', { TermDuration: 'P1M', BillingPlan: 'Annual' }],
    ['a price that is no number', { UnitPrice: '1,200.00 kr' }],
    ['a price below nothing', { UnitPrice: '-1' }],
    ['a price for many at once', { PricingTierRangeMin: '1000' }],
    ['a kind of customer that is new', { Segment: 'Space' }],
    ['no country', { Market: '' }],
  ] as [string, Record<string, string>][]) {
    it(`passes over ${what}`, () => {
      const line = row.UnitPrice?.includes(',') ? { ...row, UnitPrice: `"${row.UnitPrice}"` } : row;
      const { markets, passedOver } = readPriceSheet(csv(line));
      assert.deepEqual([markets.size, passedOver], [0, 1]);
    });
  }

  for (const [what, text, detail] of [
    ['nothing', '', /no prices/],
    ['a header alone', csv(columns).split('\r\n')[0] ?? '', /no prices/],
    ['a page', '<html><body>Sign in</body></html>\n<p>', /columns missing: productid/],
    ['a column less', csv(columns).replace('ERP Price', 'Price'), /columns missing: erpprice/],
    ['a quote that never ends', `${csv(columns)}\r\n"`, /CSV_/],
  ] as const) {
    it(`is refused when it is ${what}`, () => {
      assert.throws(
        () => readPriceSheet(text),
        (error: { code: string; detail: string }) => {
          assert.equal(error.code, 'upstream.malformed');
          assert.match(error.detail, detail);
          return true;
        },
      );
    });
  }

  it('is read as it is exported: a byte order mark, quotes in titles, all columns', () => {
    const { markets, passedOver } = readPriceSheet(
      priceSheetCsv({ market: 'SE', currency: 'SEK' }),
    );
    assert.ok((markets.get('SE')?.length ?? 0) > 100);
    assert.equal(passedOver, 0);
  });
});
