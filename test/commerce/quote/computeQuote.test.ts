import assert from 'node:assert/strict';
import { UpgraderaError } from '../../../commerce/base/errors.ts';
import { quoteSchema } from '../../../commerce/model/quote.ts';
import { computeQuote } from '../../../commerce/quote/computeQuote.ts';
import { minimumQuantity } from '../../../commerce/quote/minimumQuantity.ts';
import { sku } from '../catalog/skus.ts';
import { planOf, quoteRequest, subscription } from './requests.ts';

const throwsCode = (code: string) => (error: unknown) =>
  error instanceof UpgraderaError && error.code === code;

describe('a quote', () => {
  const yearly = subscription(150_000, 'USD');

  it('is a valid document that lasts 30 minutes and carries what was confirmed', () => {
    const request = quoteRequest(yearly);
    const quote = computeQuote(request);
    assert.deepEqual(quoteSchema.parse(quote), quote);
    assert.equal(quote.createdAt, '2026-04-11T08:00:00Z');
    assert.equal(quote.expiresAt, '2026-04-11T08:30:00Z');
    assert.equal(quote.sourceSkuId, sku.businessStandard);
    assert.equal(quote.targetSkuId, sku.businessPremium);
    assert.deepEqual(quote.billedTo, request.billedTo);
    assert.equal(quote.perPeriod, 264_000);
  });

  it('uses the price list of the day: the dearer one from 1 July 2026 (R100)', () => {
    const target = planOf(sku.m365E3);
    const before = computeQuote(quoteRequest(yearly, { target, today: '2026-06-30' }));
    const after = computeQuote(quoteRequest(yearly, { target, today: '2026-07-01' }));
    assert.deepEqual([before.perPeriod, before.pricesOf], [432_000, '2022-03-01']);
    assert.deepEqual([after.perPeriod, after.pricesOf], [468_000, '2026-07-01']);
  });

  it('says when its price is assumed', () => {
    assert.equal(computeQuote(quoteRequest(yearly)).assumedPrice, false);
    assert.equal(computeQuote(quoteRequest(subscription(1_500_000, 'SEK'))).assumedPrice, true);
  });

  it('needs a credit check when it is paid by invoice, and only then (R59)', () => {
    assert.equal(computeQuote(quoteRequest(yearly)).creditCheck, false);
    assert.equal(
      computeQuote(quoteRequest(yearly, { paymentMethodId: 'invoice' })).creditCheck,
      true,
    );
  });

  it('is refused without a price, with an unknown payment method, or for a damaged charge', () => {
    const refused: [string, ReturnType<typeof quoteRequest>][] = [
      ['price.unknown', quoteRequest(yearly, { billing: 'triennial' })],
      ['price.unknown', quoteRequest(yearly, { target: planOf(sku.o365G3) })],
      ['account.unknown-method', quoteRequest(yearly, { paymentMethodId: 'cash' })],
      [
        'upstream.malformed',
        quoteRequest(yearly, {
          account: { ...quoteRequest(yearly).account, currency: 'EUR' },
        }),
      ],
      ['upstream.malformed', quoteRequest(subscription(100, 'USD', { quantity: 0 }))],
      ['upstream.malformed', quoteRequest(subscription(-100, 'USD'))],
      [
        'upstream.malformed',
        quoteRequest({ ...yearly, period: { ...yearly.period, end: '2026-01-01' } }),
      ],
    ];
    for (const [code, request] of refused) {
      assert.throws(() => computeQuote(request), throwsCode(code), code);
    }
  });
});

describe('the smallest quantity', () => {
  const cases: [number, number, number][] = [
    [25, 20, 25],
    [20, 25, 25],
    [0, 0, 1],
  ];
  for (const [quantity, assigned, minimum] of cases) {
    it(`is ${minimum} for ${quantity} bought and ${assigned} assigned (R51, R52)`, () => {
      assert.equal(minimumQuantity({ quantity, assigned }), minimum);
    });
  }
});
