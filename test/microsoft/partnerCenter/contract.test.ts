import assert from 'node:assert/strict';
import { contractOf } from '../../../microsoft/partnerCenter/contract.ts';

const year = {
  termDuration: 'P1Y',
  billingCycle: 'monthly',
  effectiveStartDate: '2026-07-14T00:00:00Z',
  commitmentEndDate: '2027-07-13T00:00:00Z',
} as const;
const today = '2026-11-23';

describe('the contract of a subscription at Partner Center', () => {
  for (const [what, rest, expected] of [
    [
      'a month of a year',
      {},
      { start: '2026-11-14', end: '2026-12-14', days: 30, ofDays: 30, prepaid: false },
    ],
    [
      'a year at once',
      { billingCycle: 'annual' },
      { start: '2026-07-14', end: '2027-07-14', days: 365, ofDays: 365, prepaid: true },
    ],
    [
      'a year of three',
      { termDuration: 'P3Y', billingCycle: 'annual', commitmentEndDate: '2029-07-13T00:00:00Z' },
      { start: '2026-07-14', end: '2027-07-14', prepaid: false },
    ],
    [
      'a month alone',
      { termDuration: 'P1M', commitmentEndDate: '2026-12-13T23:59:59Z' },
      { start: '2026-11-14', end: '2026-12-14', pricedOn: '2026-11-14' },
    ],
    [
      'one that began within its month',
      { effectiveStartDate: '2026-11-20T10:00:00Z' },
      { start: '2026-11-20', end: '2026-12-14', days: 24, ofDays: 30, pricedOn: '2026-11-20' },
    ],
    [
      'one whose term is over',
      { commitmentEndDate: '2026-10-31T00:00:00Z' },
      { start: '2026-10-01', end: '2026-11-01' },
    ],
    [
      'one that has not begun',
      { commitmentEndDate: '2028-07-13T00:00:00Z' },
      { start: '2027-07-14', end: '2027-08-14' },
    ],
    [
      'one of which nobody tells when it began',
      { effectiveStartDate: undefined },
      { pricedOn: '2026-07-14' },
    ],
    [
      'one that begins on the 31st',
      { commitmentEndDate: '2027-01-30T00:00:00Z' },
      { start: '2026-10-31', end: '2026-11-30' },
    ],
  ] as const) {
    it(`is ${what}`, () => {
      assert.partialDeepStrictEqual(contractOf({ ...year, ...rest }, today), expected);
    });
  }

  for (const gap of ['termDuration', 'billingCycle', 'commitmentEndDate'] as const) {
    it(`is unknown without ${gap}`, () => {
      assert.equal(contractOf({ ...year, [gap]: undefined }, today), undefined);
    });
  }
});
