import assert from 'node:assert/strict';
import { setTimeout as delay } from 'node:timers/promises';
import sinon from 'sinon';
import { createMetrics, type Metrics } from '../../../bot/metrics.ts';
import { WakeTimer } from '../../../bot/outbox/wakeTimer.ts';
import { UpgraderaError } from '../../../commerce/base/errors.ts';
import type { Order } from '../../../commerce/model/order.ts';
import { changeOrder } from '../../../commerce/order/changeOrder.ts';
import type { OrderRepository } from '../../../commerce/ports/repositories.ts';
import { LocalWorkQueue } from '../../../storage/files/localWorkQueue.ts';
import { LowdbPlace } from '../../storage/place.ts';
import { anOrder } from '../../storage/samples.ts';
import { keptLog } from '../../support/logLines.ts';

const idOf = (n: number) => `UPG-${String(n).padStart(8, '0')}`;
const now = () => Temporal.Now.instant();
const inHours = (hours: number) => now().add({ hours }).toString();

describe('The wake timer', () => {
  let place: LowdbPlace;
  let orders: OrderRepository;
  let timer: WakeTimer;
  let lines: string[];
  let metrics: Metrics;
  /** What a look and a delivery do; to be changed by a test. */
  let look: (id: string) => Promise<unknown>;
  let deliver: (id: string) => Promise<void>;
  let looked: string[];
  let delivered: string[];

  const insert = (n: number, given: Partial<Order> = {}) =>
    orders.insert(
      anOrder({ id: idOf(n), quoteId: `quote-${n}`, subscriptionId: `sub-${n}`, ...given }),
    );
  const change = (id: string, given: Partial<Order>) =>
    changeOrder(orders, id, (order) => ({ ...order, ...given }));
  const until = async (holds: () => boolean): Promise<void> => {
    const end = Date.now() + 20_000;
    while (!holds()) {
      assert.ok(Date.now() < end, 'waited in vain');
      await delay(5);
    }
  };

  beforeEach(async () => {
    place = await LowdbPlace.make();
    ({ orders } = await place.openStorage());
    looked = [];
    delivered = [];
    look = async (id) => void (await change(id, { nextCheckAt: inHours(1) }));
    deliver = async (id) => void (await change(id, { notices: [] }));
    const kept = keptLog();
    lines = kept.lines;
    const worker = {
      step: (id: string) => {
        looked.push(id);
        return look(id);
      },
    };
    const sender = {
      deliver: (id: string) => {
        delivered.push(id);
        return deliver(id);
      },
    };
    metrics = createMetrics();
    timer = new WakeTimer({
      kind: 'orders',
      rows: orders,
      worker,
      sender,
      workQueue: new LocalWorkQueue(),
      now,
      metrics,
      log: kept.log,
    });
  });
  afterEach(async () => {
    sinon.restore();
    await timer.stop();
    await place.drop();
  });

  it('looks at the orders that are due, and at no others', async () => {
    await insert(1, { nextCheckAt: inHours(-1) });
    await insert(2, { nextCheckAt: inHours(1) });
    await insert(3, { state: 'completed' });
    await timer.start();
    await until(() => looked.length === 1);
    await delay(120);
    assert.deepEqual(looked, [idOf(1)]);
  });

  it('looks again when the time that was set comes', async () => {
    look = async (id) => {
      const wait = looked.length < 3 ? { milliseconds: 20 } : { hours: 1 };
      await change(id, { nextCheckAt: now().add(wait).toString() });
    };
    await insert(1, { nextCheckAt: inHours(-1) });
    await timer.start();
    await until(() => looked.length === 3);
  });

  it('looks at all that are due, however many', async () => {
    for (let n = 1; n <= 20; n += 1) await insert(n, { nextCheckAt: inHours(-1) });
    await timer.start();
    await until(() => looked.length === 20);
    assert.equal(new Set(looked).size, 20);
  });

  it('rests while nothing is due, and is woken before its time', async () => {
    await insert(1, { nextCheckAt: inHours(1) });
    await timer.start();
    await delay(80);
    await change(idOf(1), { nextCheckAt: inHours(-1) });
    await delay(120);
    assert.deepEqual(looked, []);
    timer.wake();
    await until(() => looked.length === 1);
  });

  it('does not rest over a wake-up that came while it was looking', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    look = async (id) => {
      if (id === idOf(1)) await promise;
      await change(id, { nextCheckAt: inHours(1) });
    };
    await insert(1, { nextCheckAt: inHours(-1) });
    await timer.start();
    await until(() => looked.length === 1);
    await insert(2, { nextCheckAt: inHours(-1) });
    timer.wake();
    resolve();
    await until(() => looked.length === 2);
  });

  it('has the notice of an order delivered in the round that brought it', async () => {
    const notice = {
      kind: 'completed',
      conversation: 'c',
      status: 'pending',
      at: inHours(0),
    } as const;
    look = async (id) => {
      const { nextCheckAt: _, ...rest } = (await orders.get(id))!.value;
      await changeOrder(orders, id, () => ({ ...rest, state: 'completed', notices: [notice] }));
    };
    await insert(1, { nextCheckAt: inHours(-1) });
    await timer.start();
    await until(() => delivered.length === 1);
    assert.deepEqual(delivered, [idOf(1)]);
  });

  const owing = (n: number) =>
    insert(n, {
      state: 'completed',
      notices: [{ kind: 'completed', conversation: 'c', status: 'pending', at: inHours(0) }],
    });

  it('has all notices delivered in one round, however many', async () => {
    for (let n = 1; n <= 20; n += 1) await owing(n);
    await timer.start();
    await until(() => delivered.length === 20);
    assert.equal(new Set(delivered).size, 20);
  });

  it('tries notices that can’t be delivered once a round', async () => {
    deliver = async (id) => void (await change(id, { revision: delivered.length }));
    for (let n = 1; n <= 10; n += 1) await owing(n);
    await timer.start();
    await until(() => delivered.length === 10);
    await delay(120);
    assert.equal(delivered.length, 10);
  });

  it('has what can be delivered delivered behind any number that can’t', async () => {
    deliver = async (id) => {
      if (id !== idOf(20)) throw new UpgraderaError('upstream.unavailable');
    };
    for (let n = 1; n <= 20; n += 1) await owing(n);
    await timer.start();
    await until(() => delivered.includes(idOf(20)));
  });

  it('goes on with the others when one look and one delivery fail', async () => {
    look = async (id) => {
      if (id === idOf(1)) throw new UpgraderaError('storage.unavailable');
      await change(id, { nextCheckAt: inHours(1) });
    };
    deliver = async (id) => {
      if (id === idOf(3)) throw new UpgraderaError('storage.unavailable');
      await change(id, { notices: [] });
    };
    await insert(1, { nextCheckAt: inHours(-1) });
    await insert(2, { nextCheckAt: inHours(-1) });
    await owing(3);
    await owing(4);
    await timer.start();
    await until(() => looked.includes(idOf(2)) && delivered.includes(idOf(4)));
    await until(() => lines.some((line) => line.includes('row not looked at')));
    await until(() => lines.some((line) => line.includes('notices not delivered')));
    const { nextCheckAt } = (await orders.get(idOf(2)))!.value;
    assert.ok(nextCheckAt && nextCheckAt > now().toString());
  });

  it('counts its looks by what came of them', async () => {
    look = async (id) => {
      if (id === idOf(1)) throw new UpgraderaError('storage.unavailable');
      await change(id, { nextCheckAt: inHours(1) });
      return id === idOf(2) ? new UpgraderaError('upstream.unavailable') : undefined;
    };
    await insert(1, { nextCheckAt: inHours(-1) });
    await insert(2, { nextCheckAt: inHours(-1) });
    await insert(3, { nextCheckAt: inHours(-1) });
    await timer.start();
    await until(() => looked.includes(idOf(3)));
    await timer.stop();
    const { values } = await metrics.looks.get();
    assert.ok(values.every(({ labels }) => labels.kind === 'orders'));
    const counted = new Map(values.map(({ labels, value }) => [labels.outcome, value]));
    assert.equal(counted.get('looked'), 1);
    assert.equal(counted.get('unanswered'), 1);
    assert.ok(counted.get('failed')! >= 1);
  });

  it('logs that the service did not answer', async () => {
    look = async (id) => {
      await change(id, { nextCheckAt: inHours(1) });
      return new UpgraderaError('upstream.unavailable', 'status 503');
    };
    await insert(1, { nextCheckAt: inHours(-1) });
    await timer.start();
    await until(() => lines.some((line) => line.includes('upstream.unavailable')));
  });

  for (const method of ['due', 'undelivered', 'nextDue'] as const) {
    it(`goes on after the storage failed to tell what is ${method}`, async () => {
      const failing = sinon.stub(orders, method).rejects(new UpgraderaError('storage.unavailable'));
      await timer.start();
      await until(() => lines.some((line) => line.includes('rows not looked at')));
      failing.restore();
      await insert(1, { nextCheckAt: inHours(-1) });
      timer.wake();
      await until(() => looked.length === 1);
    });
  }

  it('finishes the look that is under way before it stops, and begins none after', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    let finished = false;
    look = async (id) => {
      await promise;
      await change(id, { nextCheckAt: inHours(-1) });
      finished = true;
    };
    await insert(1, { nextCheckAt: inHours(-1) });
    await timer.start();
    await until(() => looked.length === 1);
    let stopped = false;
    const stopping = timer.stop().then(() => {
      stopped = true;
    });
    await delay(30);
    assert.equal(stopped, false);
    resolve();
    await stopping;
    assert.equal(finished, true);
    await delay(80);
    assert.equal(looked.length, 1);
  });

  it('stops at once while it rests', async () => {
    await timer.start();
    await delay(80);
    const begun = Date.now();
    await timer.stop();
    assert.ok(Date.now() - begun < 5000);
  });

  it('begins nothing when it was stopped before it was started', async () => {
    await insert(1, { nextCheckAt: inHours(-1) });
    await timer.stop();
    await timer.start();
    await delay(80);
    assert.deepEqual(looked, []);
  });

  it('looks once at a time, also when it is started twice', async () => {
    look = async (id) => {
      await delay(30);
      await change(id, { nextCheckAt: inHours(1) });
    };
    await insert(1, { nextCheckAt: inHours(-1) });
    await timer.start();
    await timer.start();
    await until(() => looked.length === 1);
    await delay(100);
    assert.equal(looked.length, 1);
  });
});
