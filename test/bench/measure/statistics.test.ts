import assert from 'node:assert/strict';
import { median, percentile } from './statistics.ts';

describe('the statistics of the benchmark', () => {
  for (const [values, share, expected] of [
    [[3, 1, 2], 0.5, 2],
    [[1], 0.99, 1],
    [Array.from({ length: 100 }, (_, n) => 100 - n), 0.99, 99],
    [Array.from({ length: 200 }, (_, n) => n + 1), 0.99, 198],
    [[1, 2], 1, 2],
    [[10, 9], 0, 9],
  ] as const) {
    it(`find ${expected} at ${share} of ${values.length} values`, () => {
      assert.equal(percentile(values, share), expected);
    });
  }

  it('take the middle of three rounds', () => {
    assert.equal(median([30, 10, 20]), 20);
  });
});
