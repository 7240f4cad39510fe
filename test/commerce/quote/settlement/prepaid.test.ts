import assert from 'node:assert/strict';
import { computeQuote } from '../../../../commerce/quote/computeQuote.ts';
import { sku } from '../../catalog/skus.ts';
import { planOf, quoteRequest, subscription } from '../requests.ts';

/** 10 licences of Business Standard at 12.50, paid for 2026. */
const year = subscription(150_000, 'USD');

describe('an upgrade of a prepaid plan', () => {
  it('sets the whole remaining value against a dearer plan (R98, first example)', () => {
    const quote = computeQuote(quoteRequest(year));
    assert.deepEqual(
      quote.lines.map(({ kind, amount, days, ofDays }) => [kind, amount, days, ofDays]),
      [
        ['newCharge', 264_000, undefined, undefined],
        ['credit', -108_904, 265, 365],
      ],
    );
    assert.equal(quote.dueToday, 155_096);
    assert.equal(quote.creditToInvoice, 0);
    assert.equal(quote.forfeit, undefined);
  });

  it('forfeits what the first charge of a monthly term does not use (R98, second example)', () => {
    const quote = computeQuote(quoteRequest(year, { term: 'P1M', billing: 'monthly' }));
    assert.deepEqual(
      quote.lines.map(({ amount }) => amount),
      [26_400, -26_400],
    );
    assert.equal(quote.dueToday, 0);
    assert.equal(quote.creditToInvoice, 0);
    assert.deepEqual(quote.forfeit, { amount: 82_504, lostDays: 201, noLossFrom: '2026-10-29' });
  });

  it('forfeits 73 days when a year of a cheaper plan follows at once (R98, third example)', () => {
    const target = planOf(sku.o365E1);
    const quote = computeQuote(quoteRequest(year, { target, today: '2026-01-01' }));
    assert.equal(quote.dueToday, 0);
    assert.deepEqual(quote.forfeit, { amount: 30_000, lostDays: 73, noLossFrom: '2026-03-15' });
  });

  const boundary: [string, number, number | undefined][] = [
    ['2026-03-14', -120_000, 411],
    ['2026-03-15', -120_000, undefined],
    ['2026-03-16', -119_589, undefined],
  ];
  for (const [today, credit, forfeit] of boundary) {
    it(`forfeits ${forfeit ?? 'nothing'} on ${today}: 292 unused days are worth the new plan`, () => {
      const quote = computeQuote(quoteRequest(year, { target: planOf(sku.o365E1), today }));
      assert.equal(quote.lines[1]?.amount, credit);
      assert.equal(quote.forfeit?.amount, forfeit);
    });
  }

  it('wastes nothing on the day that it names, and something on the day before', () => {
    const monthly = { term: 'P1M', billing: 'monthly' } as const;
    const forfeitOn = (today: string) =>
      computeQuote(quoteRequest(year, { ...monthly, today })).forfeit;
    assert.equal(forfeitOn('2026-10-29'), undefined);
    assert.deepEqual(forfeitOn('2026-10-28'), {
      amount: 312,
      lostDays: 1,
      noLossFrom: '2026-10-29',
    });
  });

  it('spreads the price over 366 days when 29 February lies in the term (R99)', () => {
    const leap = subscription(366_000, 'USD', {
      period: { start: '2027-06-01', end: '2028-06-01', charge: year.period.charge },
    });
    const quote = computeQuote(quoteRequest(leap, { today: '2028-02-29' }));
    const credit = quote.lines.find(({ kind }) => kind === 'credit');
    assert.deepEqual([credit?.days, credit?.ofDays, credit?.amount], [93, 366, -93_000]);
  });
});
