import assert from 'node:assert/strict';
import { setTimeout as wait } from 'node:timers/promises';
import { UpgraderaError } from '../../../commerce/base/errors.ts';
import { patiently } from '../../../microsoft/http/patience.ts';

const limits = { call: 200, request: 150, shortestWait: 5, longestWait: 10 };
const throttled = () => new UpgraderaError('upstream.throttled', 'busy', undefined, 0);

describe('patience with a call', () => {
  it('tells what was told before, when there was no time left to hear more', async () => {
    let calls = 0;
    const call = patiently(limits, async (left) => {
      calls += 1;
      if (left === limits.request) {
        await wait(60);
        throw throttled();
      }
      await wait(left);
      throw new UpgraderaError('upstream.unavailable', 'no answer in time');
    });
    await assert.rejects(call, { code: 'upstream.throttled' });
    assert.ok(calls > 1);
  });

  it('tells of a call that was never answered', async () => {
    const call = patiently({ ...limits, request: 300 }, async (left) => {
      await wait(left);
      throw new UpgraderaError('upstream.unavailable', 'no answer in time');
    });
    await assert.rejects(call, { code: 'upstream.unavailable' });
  });

  it('is over at once where no repeat can help', async () => {
    let calls = 0;
    const call = patiently(limits, async () => {
      calls += 1;
      throw new UpgraderaError('upstream.refused');
    });
    await assert.rejects(call, { code: 'upstream.refused' });
    assert.equal(calls, 1);
  });
});
