import assert from 'node:assert/strict';
import { retryAfterSeconds } from '../../../commerce/base/retryAfter.ts';

describe('Retry-After', () => {
  const now = Date.parse('2026-11-23T12:00:00Z');
  const cases: [string | undefined, number | undefined][] = [
    ['57', 57],
    ['0', 0],
    ['Mon, 23 Nov 2026 12:00:30 GMT', 30],
    ['Mon, 23 Nov 2026 11:00:00 GMT', 0],
    ['soon', undefined],
    ['', undefined],
    [undefined, undefined],
  ];
  for (const [header, seconds] of cases) {
    it(`"${header}" is ${seconds} seconds`, () => {
      assert.equal(retryAfterSeconds(header, now), seconds);
    });
  }
});
