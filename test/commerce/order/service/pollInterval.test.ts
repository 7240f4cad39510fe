import assert from 'node:assert/strict';
import { pollInterval } from '../../../../commerce/order/service/pollInterval.ts';

const minute = 60;

describe('The next look at an order', () => {
  const cases: [running: number, advised: number | undefined, seconds: number][] = [
    [0, undefined, 15],
    [150, undefined, 15],
    [10 * minute, undefined, minute],
    [50 * minute, undefined, 5 * minute],
    [60 * minute - 1, undefined, 5 * minute],
    [60 * minute, undefined, 15 * minute],
    [48 * 60 * minute, undefined, 15 * minute],
    [0, 1, 1],
    [0, 90, 90],
    [60 * minute, 20, 20],
    [0, 20 * 60 * minute, 15 * minute],
  ];
  for (const [running, advised, seconds] of cases) {
    const asked = advised === undefined ? '' : `, asked to wait ${advised} s`;
    it(`comes after ${seconds} s when it has run ${running} s${asked}`, () => {
      assert.equal(pollInterval(running, advised), seconds);
    });
  }
});
