import assert from 'node:assert/strict';
import { setTimeout as delay } from 'node:timers/promises';
import { inHours, TimerDesk } from './timerDesk.ts';

describe('The wake timer, when it is started and stopped,', () => {
  let desk: TimerDesk;
  beforeEach(async () => {
    desk = await TimerDesk.open();
  });
  afterEach(() => desk.close());

  it('finishes the look that is under way before it stops, and begins none after', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    let finished = false;
    desk.look = async (id) => {
      await promise;
      await desk.change(id, { nextCheckAt: inHours(-1) });
      finished = true;
    };
    await desk.insert(1, { nextCheckAt: inHours(-1) });
    await desk.timer.start();
    await desk.until(() => desk.looked.length === 1);
    let stopped = false;
    const stopping = desk.timer.stop().then(() => {
      stopped = true;
    });
    await delay(30);
    assert.equal(stopped, false);
    resolve();
    await stopping;
    assert.equal(finished, true);
    await delay(80);
    assert.equal(desk.looked.length, 1);
  });

  it('stops at once while it rests', async () => {
    await desk.timer.start();
    await delay(80);
    const begun = Date.now();
    await desk.timer.stop();
    assert.ok(Date.now() - begun < 5000);
  });

  it('begins nothing when it was stopped before it was started', async () => {
    await desk.insert(1, { nextCheckAt: inHours(-1) });
    await desk.timer.stop();
    await desk.timer.start();
    await delay(80);
    assert.deepEqual(desk.looked, []);
  });

  it('looks once at a time, also when it is started twice', async () => {
    desk.look = async (id) => {
      await delay(30);
      await desk.change(id, { nextCheckAt: inHours(1) });
    };
    await desk.insert(1, { nextCheckAt: inHours(-1) });
    await desk.timer.start();
    await desk.timer.start();
    await desk.until(() => desk.looked.length === 1);
    await delay(100);
    assert.equal(desk.looked.length, 1);
  });
});
