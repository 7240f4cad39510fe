import assert from 'node:assert/strict';
import { setTimeout as delay } from 'node:timers/promises';
import sinon from 'sinon';
import { UpgraderaError } from '../../../commerce/base/errors.ts';
import { changeOrder } from '../../../commerce/order/changeOrder.ts';
import { idOf, inHours, now, TimerDesk } from './timerDesk.ts';

describe('The wake timer', () => {
  let desk: TimerDesk;
  beforeEach(async () => {
    desk = await TimerDesk.open();
  });
  afterEach(async () => {
    sinon.restore();
    await desk.close();
  });

  it('looks at the orders that are due, and at no others', async () => {
    await desk.insert(1, { nextCheckAt: inHours(-1) });
    await desk.insert(2, { nextCheckAt: inHours(1) });
    await desk.insert(3, { state: 'completed' });
    await desk.timer.start();
    await desk.until(() => desk.looked.length === 1);
    await delay(120);
    assert.deepEqual(desk.looked, [idOf(1)]);
  });

  it('looks again when the time that was set comes', async () => {
    desk.look = async (id) => {
      const wait = desk.looked.length < 3 ? { milliseconds: 20 } : { hours: 1 };
      await desk.change(id, { nextCheckAt: now().add(wait).toString() });
    };
    await desk.insert(1, { nextCheckAt: inHours(-1) });
    await desk.timer.start();
    await desk.until(() => desk.looked.length === 3);
  });

  it('looks at all that are due, however many', async () => {
    for (let n = 1; n <= 20; n += 1) await desk.insert(n, { nextCheckAt: inHours(-1) });
    await desk.timer.start();
    await desk.until(() => desk.looked.length === 20);
    assert.equal(new Set(desk.looked).size, 20);
  });

  it('rests while nothing is due, and is woken before its time', async () => {
    await desk.insert(1, { nextCheckAt: inHours(1) });
    await desk.timer.start();
    await delay(80);
    await desk.change(idOf(1), { nextCheckAt: inHours(-1) });
    await delay(120);
    assert.deepEqual(desk.looked, []);
    desk.timer.wake();
    await desk.until(() => desk.looked.length === 1);
  });

  it('does not rest over a wake-up that came while it was looking', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    desk.look = async (id) => {
      if (id === idOf(1)) await promise;
      await desk.change(id, { nextCheckAt: inHours(1) });
    };
    await desk.insert(1, { nextCheckAt: inHours(-1) });
    await desk.timer.start();
    await desk.until(() => desk.looked.length === 1);
    await desk.insert(2, { nextCheckAt: inHours(-1) });
    desk.timer.wake();
    resolve();
    await desk.until(() => desk.looked.length === 2);
  });

  it('has the notice of an order delivered in the round that brought it', async () => {
    const notice = {
      kind: 'completed',
      conversation: 'c',
      status: 'pending',
      at: inHours(0),
    } as const;
    desk.look = async (id) => {
      const { nextCheckAt: _, ...rest } = (await desk.orders.get(id))!.value;
      await changeOrder(desk.orders, id, () => ({
        ...rest,
        state: 'completed',
        notices: [notice],
      }));
    };
    await desk.insert(1, { nextCheckAt: inHours(-1) });
    await desk.timer.start();
    await desk.until(() => desk.delivered.length === 1);
    assert.deepEqual(desk.delivered, [idOf(1)]);
  });

  it('has all notices delivered in one round, however many', async () => {
    for (let n = 1; n <= 20; n += 1) await desk.owing(n);
    await desk.timer.start();
    await desk.until(() => desk.delivered.length === 20);
    assert.equal(new Set(desk.delivered).size, 20);
  });

  it('tries notices that can’t be delivered once a round', async () => {
    desk.deliver = async (id) => void (await desk.change(id, { revision: desk.delivered.length }));
    for (let n = 1; n <= 10; n += 1) await desk.owing(n);
    await desk.timer.start();
    await desk.until(() => desk.delivered.length === 10);
    await delay(120);
    assert.equal(desk.delivered.length, 10);
  });

  it('has what can be delivered delivered behind any number that can’t', async () => {
    desk.deliver = async (id) => {
      if (id !== idOf(20)) throw new UpgraderaError('upstream.unavailable');
    };
    for (let n = 1; n <= 20; n += 1) await desk.owing(n);
    await desk.timer.start();
    await desk.until(() => desk.delivered.includes(idOf(20)));
  });

  it('goes on with the others when one look and one delivery fail', async () => {
    desk.look = async (id) => {
      if (id === idOf(1)) throw new UpgraderaError('storage.unavailable');
      await desk.change(id, { nextCheckAt: inHours(1) });
    };
    desk.deliver = async (id) => {
      if (id === idOf(3)) throw new UpgraderaError('storage.unavailable');
      await desk.change(id, { notices: [] });
    };
    await desk.insert(1, { nextCheckAt: inHours(-1) });
    await desk.insert(2, { nextCheckAt: inHours(-1) });
    await desk.owing(3);
    await desk.owing(4);
    await desk.timer.start();
    await desk.until(() => desk.looked.includes(idOf(2)) && desk.delivered.includes(idOf(4)));
    await desk.until(() => desk.lines.some((line) => line.includes('row not looked at')));
    await desk.until(() => desk.lines.some((line) => line.includes('notices not delivered')));
    const { nextCheckAt } = (await desk.orders.get(idOf(2)))!.value;
    assert.ok(nextCheckAt && nextCheckAt > now().toString());
  });

  it('counts its looks by what came of them', async () => {
    desk.look = async (id) => {
      if (id === idOf(1)) throw new UpgraderaError('storage.unavailable');
      await desk.change(id, { nextCheckAt: inHours(1) });
      return id === idOf(2) ? new UpgraderaError('upstream.unavailable') : undefined;
    };
    await desk.insert(1, { nextCheckAt: inHours(-1) });
    await desk.insert(2, { nextCheckAt: inHours(-1) });
    await desk.insert(3, { nextCheckAt: inHours(-1) });
    await desk.timer.start();
    await desk.until(() => desk.looked.includes(idOf(3)));
    await desk.timer.stop();
    const { values } = await desk.metrics.looks.get();
    assert.ok(values.every(({ labels }) => labels.kind === 'orders'));
    const counted = new Map(values.map(({ labels, value }) => [labels.outcome, value]));
    assert.equal(counted.get('looked'), 1);
    assert.equal(counted.get('unanswered'), 1);
    assert.ok(counted.get('failed')! >= 1);
  });

  it('logs that the service did not answer', async () => {
    desk.look = async (id) => {
      await desk.change(id, { nextCheckAt: inHours(1) });
      return new UpgraderaError('upstream.unavailable', 'status 503');
    };
    await desk.insert(1, { nextCheckAt: inHours(-1) });
    await desk.timer.start();
    await desk.until(() => desk.lines.some((line) => line.includes('upstream.unavailable')));
  });

  for (const method of ['due', 'undelivered', 'nextDue'] as const) {
    it(`goes on after the storage failed to tell what is ${method}`, async () => {
      const failing = sinon
        .stub(desk.orders, method)
        .rejects(new UpgraderaError('storage.unavailable'));
      await desk.timer.start();
      await desk.until(() => desk.lines.some((line) => line.includes('rows not looked at')));
      failing.restore();
      await desk.insert(1, { nextCheckAt: inHours(-1) });
      desk.timer.wake();
      await desk.until(() => desk.looked.length === 1);
    });
  }
});
