import assert from 'node:assert/strict';
import sinon from 'sinon';
import { Nap } from '../../../bot/outbox/nap.ts';

describe('A nap', () => {
  let clock: sinon.SinonFakeTimers;
  beforeEach(() => {
    clock = sinon.useFakeTimers();
  });
  afterEach(() => clock.restore());

  it('lasts as long as it is meant to', async () => {
    let over = false;
    const nap = new Nap().take(1_000).then(() => {
      over = true;
    });
    await clock.tickAsync(999);
    assert.equal(over, false);
    await clock.tickAsync(1);
    assert.equal(over, true);
    await nap;
  });

  it('ends when somebody ends it, and leaves no timer behind', async () => {
    const nap = new Nap();
    const taken = nap.take(1_000);
    nap.end();
    await taken;
    assert.equal(clock.countTimers(), 0);
  });

  it('is over at once when it was ended before', async () => {
    const nap = new Nap();
    nap.end();
    await nap.take(1_000);
    assert.equal(clock.countTimers(), 0);
  });
});
