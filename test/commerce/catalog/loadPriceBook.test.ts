import assert from 'node:assert/strict';
import { UpgraderaError } from '../../../commerce/base/errors.ts';
import { loadPriceBook, readPriceBook } from '../../../commerce/catalog/loadPriceBook.ts';
import type { PriceRequest } from '../../../commerce/model/catalog.ts';
import { sku } from './skus.ts';

const book = loadPriceBook();
const request: PriceRequest = {
  skuId: sku.businessStandard,
  currency: 'USD',
  term: 'P1Y',
  billing: 'annual',
  on: '2026-06-30',
};

describe('the price book', () => {
  const factors: [PriceRequest['term'], PriceRequest['billing'], number | undefined][] = [
    ['P1M', 'monthly', 1500],
    ['P1M', 'annual', undefined],
    ['P1M', 'triennial', undefined],
    ['P1Y', 'monthly', 1313],
    ['P1Y', 'annual', 15000],
    ['P1Y', 'triennial', undefined],
    ['P3Y', 'monthly', 1313],
    ['P3Y', 'annual', 15000],
    ['P3Y', 'triennial', 45000],
  ];
  for (const [term, billing, amount] of factors) {
    it(`charges a list price of 12.50 as ${amount} for ${term} ${billing} (R55)`, () => {
      assert.equal(book.price({ ...request, term, billing })?.amount, amount);
    });
  }

  it('changes price on 1 July 2026, not a day earlier', () => {
    assert.deepEqual(book.price(request), {
      amount: 15000,
      validFrom: '2022-03-01',
      assumed: false,
    });
    assert.deepEqual(book.price({ ...request, on: '2026-07-01' }), {
      amount: 16800,
      validFrom: '2026-07-01',
      assumed: false,
    });
  });

  it('keeps the price of a plan that did not change', () => {
    const premium = { ...request, skuId: sku.businessPremium };
    assert.deepEqual(
      book.price({ ...premium, on: '2026-11-22' }),
      book.price({ ...premium, on: '2026-06-30' }),
    );
  });

  it('says which prices are assumed: a published one never, a derived one always', () => {
    assert.equal(book.price({ ...request, currency: 'EUR' })?.assumed, false);
    assert.equal(book.price({ ...request, currency: 'EUR', on: '2026-07-01' })?.assumed, true);
    assert.equal(book.price({ ...request, currency: 'SEK' })?.assumed, true);
    assert.equal(book.price({ ...request, skuId: sku.appsBusiness })?.assumed, true);
  });

  it('knows no price before the first list or for an unknown product', () => {
    assert.equal(book.price({ ...request, on: '2022-02-28' }), undefined);
    assert.equal(
      book.price({ ...request, skuId: '00000000-0000-0000-0000-000000000000' }),
      undefined,
    );
  });

  it('takes SKU ids in any case', () => {
    assert.equal(
      book.price({ ...request, skuId: sku.businessStandard.toUpperCase() })?.amount,
      15000,
    );
  });

  const row = {
    skuId: sku.o365E1,
    from: '2026-07-01',
    USD: 1000,
    EUR: 866,
    SEK: 9500,
    assumed: ['SEK'],
    sources: ['list'],
  };
  const file = {
    asOf: '2026-07-01',
    assumptions: { USD: 'a', EUR: 'b', SEK: 'c' },
    sources: { list: 'price list' },
    prices: [row],
  };
  const damaged: [string, unknown][] = [
    ['two prices from the same day', { ...file, prices: [row, { ...row, USD: 900 }] }],
    ['a fraction of a cent', { ...file, prices: [{ ...row, USD: 0.5 }] }],
    ['a price without a known source', { ...file, sources: {} }],
  ];
  for (const [what, data] of damaged) {
    it(`refuses data with ${what}`, () => {
      assert.equal(
        readPriceBook(file).price({ ...request, ...row, on: '2026-07-01' })?.amount,
        12000,
      );
      assert.throws(
        () => readPriceBook(data),
        (error) => error instanceof UpgraderaError && error.code === 'storage.damaged',
      );
    });
  }
});
