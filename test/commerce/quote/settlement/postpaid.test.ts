import assert from 'node:assert/strict';
import { computeQuote } from '../../../../commerce/quote/computeQuote.ts';
import { sku } from '../../catalog/skus.ts';
import { fixedPrice, planOf, quoteRequest, subscription } from '../requests.ts';

const month = subscription(302_400, 'EUR', {
  quantity: 300,
  term: 'P1M',
  billing: 'monthly',
  prepaid: false,
  period: {
    start: '2026-06-18',
    end: '2026-07-18',
    charge: { amount: 302_400, currency: 'EUR' },
  },
});
const monthly = { term: 'P1M', billing: 'monthly', today: '2026-06-25' } as const;

describe('an upgrade of a postpaid plan', () => {
  it('matches the documented example to the cent (R97)', () => {
    const quote = computeQuote(
      quoteRequest(month, {
        ...monthly,
        target: planOf(sku.o365E1),
        priceBook: fixedPrice(643),
      }),
    );
    assert.deepEqual(quote.lines, [
      {
        kind: 'newCharge',
        skuId: sku.o365E1,
        quantity: 300,
        unitPrice: 643,
        days: 23,
        ofDays: 30,
        amount: 147_890,
      },
      {
        kind: 'credit',
        skuId: sku.businessStandard,
        quantity: 300,
        unitPrice: 1008,
        days: 23,
        ofDays: 30,
        amount: -231_840,
      },
    ]);
    assert.equal(quote.dueToday, 0);
    assert.equal(quote.creditToInvoice, 83_950);
    assert.equal(quote.perPeriod, 192_900);
    assert.equal(quote.forfeit, undefined);
  });

  it('charges a whole period when the new plan is not billed by the month', () => {
    const quote = computeQuote(
      quoteRequest(month, { today: '2026-06-25', priceBook: fixedPrice(10_000) }),
    );
    assert.equal(quote.lines[0]?.days, undefined);
    assert.equal(quote.dueToday, 3_000_000 - 231_840);
    assert.equal(quote.creditToInvoice, 0);
  });

  it('charges a whole month when the running period is a year', () => {
    const year = subscription(365_000, 'USD', { prepaid: false });
    const quote = computeQuote(
      quoteRequest(year, { ...monthly, today: '2026-12-31', priceBook: fixedPrice(2000) }),
    );
    assert.deepEqual(
      quote.lines.map(({ amount, days }) => [amount, days]),
      [
        [20_000, undefined],
        [-1000, 1],
      ],
    );
  });

  const edges: [string, string, number, number][] = [
    ['before it begins', '2026-06-17', 192_900, -302_400],
    ['on its first day', '2026-06-18', 192_900, -302_400],
    ['on its last day', '2026-07-17', 6430, -10_080],
  ];
  for (const [when, today, charge, credit] of edges) {
    it(`counts the day of the upgrade as unused ${when} (R91)`, () => {
      const { lines } = computeQuote(
        quoteRequest(month, { ...monthly, today, priceBook: fixedPrice(643) }),
      );
      assert.deepEqual(
        lines.map(({ amount }) => amount),
        [charge, credit],
      );
    });
  }

  it('credits nothing, and charges a whole month, once the period is over', () => {
    const quote = computeQuote(
      quoteRequest(month, { ...monthly, today: '2026-07-18', priceBook: fixedPrice(643) }),
    );
    assert.deepEqual(
      quote.lines.map(({ kind, days, amount }) => [kind, days, amount]),
      [['newCharge', undefined, 192_900]],
    );
    assert.equal(quote.dueToday, 192_900);
  });

  it('rounds each line once, not the price of a day', () => {
    const quote = computeQuote(
      quoteRequest(subscription(1000, 'USD', { ...month, quantity: 3 }), {
        ...monthly,
        priceBook: fixedPrice(643),
      }),
    );
    assert.deepEqual(
      quote.lines.map(({ amount }) => amount),
      [1479, -767],
    );
  });
});
