import assert from 'node:assert/strict';
import { setTimeout as delay } from 'node:timers/promises';
import { createMetrics } from '../../../bot/metrics.ts';
import { WakeTimer } from '../../../bot/outbox/wakeTimer.ts';
import type { Order } from '../../../commerce/model/order.ts';
import { changeOrder } from '../../../commerce/order/changeOrder.ts';
import type { Storage } from '../../../storage/open.ts';
import { keptLog } from '../../support/process/logLines.ts';
import { PostgresPlace } from '../../support/storage/postgresPlace.ts';
import { anOrder } from '../../support/storage/samples.ts';

const idOf = (n: number) => `UPG-${String(n).padStart(8, '0')}`;
const now = () => Temporal.Now.instant();
const inHours = (hours: number) => now().add({ hours }).toString();
const notice = { kind: 'completed', conversation: 'c', status: 'pending', at: inHours(0) } as const;

/** Two processes whose timers wake the same orders. */
describe('Rows that two processes share', () => {
  let place: PostgresPlace;
  let storages: Storage[];
  let timers: WakeTimer[];
  /** Rows at work, and by which process they were worked on. */
  let busy: Set<string>;
  let overlaps: string[];
  let looked: { id: string; by: number }[];
  let delivered: string[];
  /** Work ends when it is open. */
  let gate: Promise<void>;
  let open: () => void;

  const insert = (n: number, given: Partial<Order> = {}) =>
    storages[0]!.orders.insert(
      anOrder({ id: idOf(n), quoteId: `quote-${n}`, subscriptionId: `sub-${n}`, ...given }),
    );
  const until = async (holds: () => boolean): Promise<void> => {
    const end = Date.now() + 20_000;
    while (!holds()) {
      assert.ok(Date.now() < end, 'waited in vain');
      await delay(10);
    }
  };

  async function alone(id: string, task: () => Promise<unknown>): Promise<void> {
    if (busy.has(id)) overlaps.push(id);
    busy.add(id);
    await delay(30);
    await gate;
    await task();
    busy.delete(id);
  }

  function timerOf(storage: Storage, by: number): WakeTimer {
    const { orders } = storage;
    const change = (id: string, given: Partial<Order>) =>
      changeOrder(orders, id, (order) => ({ ...order, ...given }));
    const step = async (id: string): Promise<void> => {
      looked.push({ id, by });
      await alone(id, () => change(id, { nextCheckAt: inHours(1) }));
    };
    const deliver = async (id: string): Promise<void> => {
      const owed = (await orders.get(id))?.value.notices.length;
      if (!owed) return;
      delivered.push(id);
      await alone(id, () => change(id, { notices: [] }));
    };
    const workQueue = storage.workQueue('orders');
    const parts = { rows: orders, worker: { step }, sender: { deliver }, workQueue, now };
    const seen = { kind: 'orders', metrics: createMetrics(), log: keptLog().log };
    return new WakeTimer({ ...parts, ...seen });
  }

  beforeEach(async () => {
    place = await PostgresPlace.make();
    storages = [await place.openStorage(), await place.openStorage()];
    timers = storages.map(timerOf);
    busy = new Set();
    overlaps = [];
    looked = [];
    delivered = [];
    gate = Promise.resolve();
    open = () => {};
  });
  const shut = (): void => {
    ({ promise: gate, resolve: open } = Promise.withResolvers<void>());
  };
  const inWork = () => place.query('select 1 from turns where holder is not null');
  /** Whatever sign of life is given of work, it is an hour old when it arrives. */
  const silence = async (): Promise<void> => {
    await place.query(`create function ${place.schema}.silenced() returns trigger
      language plpgsql as $$ begin
        new.until := now() - interval '1 hour';
        return new;
      end $$`);
    await place.query(`create trigger silenced before update on turns
      for each row when (old.holder = new.holder) execute function ${place.schema}.silenced()`);
    await place.query(`update turns set until = now()`);
  };
  afterEach(async function () {
    open();
    await Promise.all(timers.map((timer) => timer.stop()));
    await place.drop(this.currentTest?.state === 'failed');
  });

  it('are looked at once each, by both, and never by two at once', async () => {
    for (let n = 1; n <= 60; n += 1) await insert(n, { nextCheckAt: inHours(-1) });
    await Promise.all(timers.map((timer) => timer.start()));
    await until(() => looked.length >= 60 && busy.size === 0);
    await delay(700);
    assert.deepEqual(overlaps, []);
    assert.deepEqual(
      looked.map(({ id }) => id).sort(),
      Array.from({ length: 60 }, (_, n) => idOf(n + 1)),
    );
    assert.deepEqual(new Set(looked.map(({ by }) => by)), new Set([0, 1]));
    assert.equal(
      await storages[0]!.orders.nextDue().then((next) => next && next > inHours(0)),
      true,
    );
  });

  it('have each news told once', async () => {
    for (let n = 1; n <= 20; n += 1) await insert(n, { notices: [notice] });
    await Promise.all(timers.map((timer) => timer.start()));
    await until(() => delivered.length >= 20 && busy.size === 0);
    await delay(700);
    assert.deepEqual(overlaps, []);
    assert.deepEqual(new Set(delivered).size, delivered.length);
  });

  it('are looked at soon after one process is woken, and their news told at once', async () => {
    await Promise.all(timers.map((timer) => timer.start()));
    await delay(300);
    await insert(1, { nextCheckAt: inHours(-1), notices: [notice] });
    const begun = performance.now();
    timers[0]!.wake();
    await until(() => delivered.length === 1);
    assert.ok(performance.now() - begun < 5_000, `${performance.now() - begun} ms`);
    assert.equal(looked.length, 1);
  });

  it('are all looked at although it was lost who is at them', async () => {
    shut();
    await timers[0]!.start();
    for (let n = 1; n <= 40; n += 1) await insert(n, { nextCheckAt: inHours(-1) });
    timers[0]!.wake();
    while ((await inWork()).length < 32) await delay(20);
    await place.query('delete from turns');
    open();
    await until(() => new Set(looked.map(({ id }) => id)).size === 40 && busy.size === 0);
  });

  it('are not looked at again by who learned that they are due before they were looked at', async () => {
    await insert(1, { nextCheckAt: inHours(-1), notices: [notice] });
    const late = storages[1]!.workQueue('orders');
    const worked: string[] = [];
    await late.start(async (id, task) => void worked.push(`${task} ${id}`));
    await timers[0]!.start();
    await until(() => looked.length === 1 && delivered.length === 1 && busy.size === 0);
    while ((await inWork()).length > 0) await delay(10);
    await Promise.all([late.run(idOf(1), 'look'), late.run(idOf(1), 'deliver')]);
    await late.stop();
    assert.deepEqual(worked, []);
    assert.deepEqual(await inWork(), []);
  });

  it('are looked at by the other process when one gives no sign of life', async () => {
    shut();
    await timers[0]!.start();
    await insert(1, { nextCheckAt: inHours(-1) });
    timers[0]!.wake();
    await until(() => looked.length === 1);
    await silence();
    await timers[1]!.start();
    await until(() => looked.length === 2);
    assert.deepEqual(
      looked.map(({ by }) => by),
      [0, 1],
    );
  });

  it('are looked at by the other process when the one that had them is gone', async () => {
    await timers[0]!.start();
    await timers[1]!.start();
    await timers[0]!.stop();
    await insert(1, { nextCheckAt: inHours(-1) });
    timers[1]!.wake();
    await until(() => looked.length === 1);
    assert.equal(looked[0]?.by, 1);
  });
});
