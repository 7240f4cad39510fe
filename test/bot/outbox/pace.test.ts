import assert from 'node:assert/strict';
import sinon from 'sinon';
import { Pace } from '../../../bot/outbox/pace.ts';
import { crowd } from '../../support/process/fakeTime.ts';

const place = (conversation: string, tenantId = 't') => ({ tenantId, conversation });

describe('The pace of what is said unasked', () => {
  let clock: sinon.SinonFakeTimers;
  let pace: Pace;
  let times: number[];

  /** Asks again each second until it has had its turn, as the timer does. */
  async function speak(conversation: string, tenantId?: string): Promise<void> {
    while (!(await pace.turn(place(conversation, tenantId)))) {
      await new Promise((resolve) => setTimeout(resolve, 1_000));
    }
    times.push(Date.now());
  }
  const all = (count: number, say: (n: number) => Promise<void>) =>
    Promise.all(Array.from({ length: count }, (_, n) => say(n)));

  beforeEach(() => {
    clock = sinon.useFakeTimers({ now: 0, toFake: ['setTimeout', 'clearTimeout', 'Date'] });
    pace = new Pace(() => Temporal.Instant.fromEpochMilliseconds(Date.now()));
    times = [];
  });
  afterEach(() => clock.restore());

  it('keeps a hundred in one conversation under 7 a second, 8 in two and 60 in thirty', async () => {
    const said = all(100, () => speak('c'));
    await clock.tickAsync(120_000);
    await said;
    assert.ok(crowd(times, 1_000) <= 6, String(crowd(times, 1_000)));
    assert.ok(crowd(times, 2_000) <= 7, String(crowd(times, 2_000)));
    assert.ok(crowd(times, 30_000) <= 50, String(crowd(times, 30_000)));
    assert.ok(Math.max(...times) < 60_000, String(Math.max(...times)));
  });

  it('keeps five hundred in one tenant under 25 a second, and takes no longer than it must', async () => {
    const said = all(500, (n) => speak(`c${n}`));
    await clock.tickAsync(60_000);
    await said;
    assert.ok(crowd(times, 1_000) <= 25, String(crowd(times, 1_000)));
    assert.ok(Math.max(...times) < 25_000, String(Math.max(...times)));
  });

  it('lets nobody wait for another conversation, nor for another tenant', async () => {
    void all(20, () => speak('busy'));
    void all(100, (n) => speak(`c${n}`, 'crowded'));
    await clock.tickAsync(10);
    times = [];
    assert.equal(await pace.turn(place('calm')), true);
    assert.equal(await pace.turn(place('calm', 'other')), true);
    assert.equal(Date.now(), 10);
    await clock.tickAsync(60_000);
  });

  it('says at once that it would take too long, and reserves nothing then', async () => {
    pace.pause(place('c'), 5_000);
    for (let n = 0; n < 100; n += 1) assert.equal(await pace.turn(place('c')), false);
    await clock.tickAsync(5_000);
    assert.equal(await pace.turn(place('c')), true);
  });

  it('lets nothing out that waited when the channel asked for a pause', async () => {
    const turns = Promise.all(Array.from({ length: 7 }, () => pace.turn(place('c'))));
    await clock.tickAsync(10);
    pace.pause(place('c'), 60_000);
    await clock.tickAsync(3_000);
    assert.deepEqual(await turns, [true, true, true, true, true, true, false]);
  });

  it('pauses one conversation when that is throttled, and the tenant when a second one is', async () => {
    pace.pause(place('a'), 60_000);
    assert.equal(await pace.turn(place('a')), false);
    assert.equal(await pace.turn(place('c')), true);
    pace.pause(place('b'), 30_000);
    assert.equal(await pace.turn(place('c')), false);
    assert.equal(await pace.turn(place('c', 'other')), true);
    await clock.tickAsync(30_000);
    assert.equal(await pace.turn(place('c')), true);
    assert.equal(await pace.turn(place('a')), false);
  });
});
