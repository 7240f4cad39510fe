import assert from 'node:assert/strict';
import { UpgraderaError } from '../../../commerce/base/errors.ts';
import { Patience } from '../../../microsoft/http/patience.ts';
import { statusError } from '../../../microsoft/http/statusError.ts';

describe('the status of an answer', () => {
  for (const [status, code] of [
    [302, 'upstream.malformed'],
    [400, 'upstream.refused'],
    [404, 'upstream.refused'],
    [408, 'upstream.unavailable'],
    [429, 'upstream.throttled'],
    [500, 'upstream.unavailable'],
    [504, 'upstream.unavailable'],
  ] as const) {
    it(`${status} is ${code}`, () => {
      assert.equal(statusError('x', { status, headers: {} }).code, code);
    });
  }
});

describe('patience', () => {
  const limits = { call: 200, request: 50, shortestWait: 1, longestWait: 20 };
  const passing = new UpgraderaError('upstream.unavailable');

  it('ends when the call has lasted long enough', async () => {
    const patience = new Patience(limits);
    const start = performance.now();
    while (await patience.again([passing])) assert.ok(patience.left >= 1);
    assert.ok(performance.now() - start <= limits.call + 50);
  });

  it('has none with what no repeat mends, or what would take too long', async () => {
    const patience = new Patience(limits);
    assert.equal(await patience.again([passing, new UpgraderaError('upstream.refused')]), false);
    const late = new UpgraderaError('upstream.throttled', '', undefined, 1);
    assert.equal(await patience.again([late]), false);
  });

  it('gives a request no more than is left for the call', () => {
    assert.equal(new Patience({ ...limits, request: 1000 }).left <= limits.call, true);
    assert.equal(new Patience(limits).left, limits.request);
  });
});
