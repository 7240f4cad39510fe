import assert from 'node:assert/strict';
import sinon from 'sinon';
import { Rest, wait } from '../../bot/wait.ts';

describe('A wait', () => {
  let clock: sinon.SinonFakeTimers;
  beforeEach(() => {
    clock = sinon.useFakeTimers();
  });
  afterEach(() => clock.restore());

  it('lasts as long as it is meant to', async () => {
    let over = false;
    const waiting = wait(1_000).then(() => {
      over = true;
    });
    await clock.tickAsync(999);
    assert.equal(over, false);
    await clock.tickAsync(1);
    assert.equal(over, true);
    await waiting;
  });

  it('ends when somebody ends it, and leaves no timer behind', async () => {
    const ended = new AbortController();
    const waiting = wait(1_000, ended.signal);
    ended.abort();
    await waiting;
    assert.equal(clock.countTimers(), 0);
  });

  it('is over at once when it was ended before', async () => {
    const ended = new AbortController();
    ended.abort();
    await wait(1_000, ended.signal);
    assert.equal(clock.countTimers(), 0);
  });
});

describe('A rest', () => {
  let clock: sinon.SinonFakeTimers;
  beforeEach(() => {
    clock = sinon.useFakeTimers();
  });
  afterEach(() => clock.restore());

  it('ends when it is woken, and leaves no timer behind', async () => {
    const rest = new Rest();
    const taken = rest.take(1_000);
    rest.wake();
    await taken;
    assert.equal(clock.countTimers(), 0);
  });

  it('is not taken when it was woken before, and is taken the next time', async () => {
    const rest = new Rest();
    rest.wake();
    await rest.take(1_000);
    assert.equal(clock.countTimers(), 0);
    const taken = rest.take(1_000);
    assert.equal(clock.countTimers(), 1);
    await clock.tickAsync(1_000);
    await taken;
  });
});
