import assert from 'node:assert/strict';
import type { PriceRequest } from '../../../commerce/model/catalog.ts';
import { type OwnPrice, withOwnPrices } from '../../../sandbox/tenant/ownPrices.ts';
import { skus } from '../../../sandbox/tenant/skus.ts';
import { priceBook } from '../../support/tenant/simulatedTenant.ts';

const month = { skuId: skus.businessPremium, term: 'P1M', billing: 'monthly' } as const;
const own: OwnPrice[] = [
  { ...month, amount: 3000, from: '2026-12-01' },
  { ...month, amount: 2000 },
  { ...month, amount: 2500, from: '2026-07-01' },
];
const request: PriceRequest = { ...month, currency: 'EUR', on: '2026-11-25' };

describe('Prices of one tenant alone', () => {
  const book = withOwnPrices(own, priceBook);

  const cases: [on: string, amount: number, validFrom: string][] = [
    ['2020-01-01', 2000, '2020-01-01'],
    ['2026-06-30', 2000, '2026-06-30'],
    ['2026-07-01', 2500, '2026-07-01'],
    ['2026-11-30', 2500, '2026-07-01'],
    ['2026-12-01', 3000, '2026-12-01'],
  ];
  for (const [on, amount, validFrom] of cases) {
    it(`are those in force on the day: ${amount} on ${on}`, () => {
      assert.deepEqual(book.price({ ...request, on }), { amount, validFrom, assumed: false });
    });
  }

  it('are the only ones of their product', () => {
    assert.equal(book.price({ ...request, term: 'P1Y' }), undefined);
    const later = withOwnPrices([{ ...month, amount: 1, from: '2027-01-01' }], priceBook);
    assert.equal(later.price(request), undefined);
  });

  it('leave other products to the list', () => {
    const other = { ...request, skuId: skus.office365E3 };
    assert.ok(book.price(other));
    assert.deepEqual(book.price(other), priceBook.price(other));
  });
});
