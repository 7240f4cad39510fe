import assert from 'node:assert/strict';
import type { PriceBook } from '../../../commerce/model/catalog.ts';
import { type Owned, subscriptionOf } from '../../../sandbox/tenant/owned.ts';
import { skus } from '../../../sandbox/tenant/skus.ts';

/** 100.00 a licence until 2026, 120.00 from then on. */
const prices: PriceBook = {
  price: ({ on }) =>
    on < '2020-01-01'
      ? undefined
      : { amount: on < '2026-01-01' ? 10_000 : 12_000, validFrom: '2020-01-01', assumed: false },
};

const owned: Owned = {
  id: 'id',
  skuId: skus.businessStandard,
  status: 'active',
  quantity: 10,
  assigned: 9,
  term: 'P1Y',
  billing: 'monthly',
  autoRenew: true,
  termStart: '2025-07-15',
  chargedFrom: '2025-07-15',
  refusals: [],
};

const on = (today: string, rest: Partial<Owned> = {}) =>
  subscriptionOf({ ...owned, ...rest }, today, 'SEK', prices);

describe('A simulated subscription on a given day', () => {
  const monthEnd = { termStart: '2025-01-31', chargedFrom: '2025-01-31' };
  const cases: [what: string, today: string, rest: Partial<Owned>, expected: string[]][] = [
    ['is in its first month', '2025-07-15', {}, ['2025-07-15', '2025-08-15', '2026-07-15']],
    ['ends its month the day before', '2025-08-14', {}, ['2025-07-15', '2025-08-15', '2026-07-15']],
    ['begins a new month on the day', '2025-08-15', {}, ['2025-08-15', '2025-09-15', '2026-07-15']],
    ['renews its term', '2026-07-15', {}, ['2026-07-15', '2026-08-15', '2027-07-15']],
    [
      'keeps the end of short months',
      '2025-02-28',
      monthEnd,
      ['2025-02-28', '2025-03-31', '2026-01-31'],
    ],
    ['comes back to the 31st', '2025-03-31', monthEnd, ['2025-03-31', '2025-04-30', '2026-01-31']],
    [
      'keeps to the 31st from month to month',
      '2025-07-30',
      { ...monthEnd, term: 'P1M' },
      ['2025-06-30', '2025-07-31', '2025-07-31'],
    ],
    [
      'keeps to 29 February, and a month ends with its term',
      '2032-02-28',
      { termStart: '2028-02-29', chargedFrom: '2028-02-29' },
      ['2032-01-29', '2032-02-29', '2032-02-29'],
    ],
    [
      'keeps to the day of what it took the place of',
      '2025-03-15',
      { anchor: '2025-01-31', termStart: '2025-02-28', chargedFrom: '2025-02-28' },
      ['2025-02-28', '2025-03-31', '2026-02-28'],
    ],
    [
      'is charged by the year',
      '2026-07-14',
      { billing: 'annual' },
      ['2025-07-15', '2026-07-15', '2026-07-15'],
    ],
    [
      'renews by the month',
      '2025-09-01',
      { term: 'P1M' },
      ['2025-08-15', '2025-09-15', '2025-09-15'],
    ],
  ];
  for (const [what, today, rest, expected] of cases) {
    it(`${what} (${today})`, () => {
      const { period, renewsOn } = on(today, rest);
      assert.deepEqual([period.start, period.end, renewsOn], expected);
    });
  }

  it('keeps its price until the term renews', () => {
    assert.equal(on('2026-07-14').period.charge.amount, 100_000);
    assert.equal(on('2026-07-15').period.charge.amount, 120_000);
  });

  it('that joined a running month is charged for the rest of it, at the price of that day', () => {
    const { period } = on('2026-01-20', { chargedFrom: '2026-01-20' });
    assert.deepEqual(period, {
      start: '2026-01-20',
      end: '2026-02-15',
      charge: { amount: Math.round((120_000 * 26) / 31), currency: 'SEK' },
    });
    assert.equal(on('2026-02-15', { chargedFrom: '2026-01-20' }).period.charge.amount, 120_000);
  });

  it('expires after its term when recurring billing is off, and keeps its last period', () => {
    assert.equal(on('2026-07-14', { autoRenew: false }).status, 'active');
    const expired = on('2026-09-01', { autoRenew: false });
    assert.equal(expired.status, 'expired');
    assert.equal(expired.period.end, '2026-07-15');
    assert.equal(expired.renewsOn, '2026-07-15');
  });

  it('is prepaid only when the whole term is paid at once and is longer than a month', () => {
    const prepaid = (term: Owned['term'], billing: Owned['billing']) =>
      on('2025-08-01', { term, billing }).prepaid;
    assert.equal(prepaid('P1Y', 'annual'), true);
    assert.equal(prepaid('P3Y', 'triennial'), true);
    assert.equal(prepaid('P3Y', 'annual'), false);
    assert.equal(prepaid('P1Y', 'monthly'), false);
    assert.equal(prepaid('P1M', 'monthly'), false);
  });

  it('without a price on its day is an error of its own', () => {
    const old = { termStart: '2019-01-01', chargedFrom: '2019-01-01' };
    assert.throws(() => on('2019-05-01', old), { code: 'price.unknown' });
  });
});
