import assert from 'node:assert/strict';
import sinon from 'sinon';
import type { OrderRepository } from '../../../commerce/repositories.ts';
import type { Order } from '../../../commerce/upgrade/order.ts';
import { UpgradeWorker } from '../../../commerce/upgrade/worker.ts';
import { LowdbPlace } from '../../storage/place.ts';
import { anOrder } from '../../storage/samples.ts';
import { SimulatedTenant, tenantId } from '../../support/simulatedTenant.ts';
import { UpstreamClient } from '../../support/upstreamClient.ts';
import {
  type FaultName,
  faults,
  type Method,
  UpstreamServer,
} from '../../support/upstreamServer.ts';

const { id } = anOrder();

describe('An order whose sales service fails', () => {
  let place: LowdbPlace;
  let orders: OrderRepository;
  let tenant: SimulatedTenant;
  let upstream: UpstreamServer;
  let worker: UpgradeWorker;

  beforeEach(async () => {
    place = await LowdbPlace.make();
    ({ orders } = await place.openStorage());
    tenant = new SimulatedTenant();
    upstream = await UpstreamServer.start(() => tenant.sandbox);
    worker = new UpgradeWorker({
      commerce: new UpstreamClient(upstream.url),
      clock: tenant.sandbox,
      orders,
      now: () => tenant.realNow,
      onChange: async () => undefined,
    });
  });
  afterEach(async () => {
    sinon.restore();
    await upstream.stop();
    await place.drop();
  });

  const order = async (): Promise<Order> => (await orders.get(id))!.value;
  const operations = async (): Promise<unknown[]> => {
    const stored = await tenant.tenants.load(tenantId);
    return (stored!.value as { operations: unknown[] }).operations;
  };
  const insert = async (rest: Parameters<SimulatedTenant['request']>[0] = {}): Promise<void> => {
    const request = await tenant.request(rest);
    const at = tenant.realNow.toString();
    await orders.insert(anOrder({ ...request, placedAt: at, changedAt: at, nextCheckAt: at }));
  };
  /** Looks whenever the order asks for it, for so many looks at the most. */
  const follow = async (looks = 60): Promise<unknown[]> => {
    const errors: unknown[] = [];
    for (let left = looks; left > 0; left -= 1) {
      const { nextCheckAt } = await order();
      if (nextCheckAt === undefined) break;
      const wait = tenant.realNow.until(Temporal.Instant.from(nextCheckAt));
      if (wait.sign > 0) tenant.pass(wait);
      const error = await worker.step(id);
      if (error) errors.push(error);
    }
    return errors;
  };

  const names = Object.keys(faults) as FaultName[];
  const methods: Method[] = ['findOperation', 'place', 'operation'];
  for (const method of methods) {
    for (const name of names) {
      it(`ends well and is one order at the service after ${name} of ${method}`, async () => {
        await insert();
        upstream.fail(method, name);
        const errors = await follow();
        assert.equal((await order()).state, 'completed');
        assert.equal((await operations()).length, 1);
        assert.ok(errors.length > 0 || name === 'a slow answer');
      });

      it(`is one order at the service after ${name} of ${method}, three times`, async () => {
        await insert();
        upstream.fail(method, name, 3);
        await follow();
        assert.equal((await order()).state, 'completed');
        assert.equal((await operations()).length, 1);
      });
    }
  }

  it('is looked up before it is placed again, each time', async () => {
    await insert();
    upstream.fail('place', 'a time-out after it took effect');
    await follow(2);
    assert.deepEqual(upstream.calls.slice(0, 4), [
      'findOperation',
      'place',
      'findOperation',
      'operation',
    ]);
  });

  it('waits as long as the service asks for', async () => {
    await insert();
    upstream.fail('place', '429 with Retry-After');
    while (!upstream.calls.includes('place')) await worker.step(id);
    const { nextCheckAt } = await order();
    assert.equal(nextCheckAt, tenant.realNow.add({ seconds: 70 }).toString());
  });

  it('stops for good when the service refuses it', async () => {
    await insert({ quantity: 1 });
    await follow();
    const { state, failureCode } = await order();
    assert.deepEqual([state, failureCode], ['failed', 'QuantityTooLow']);
    assert.deepEqual(await operations(), []);
  });

  it('is told about after an hour and after a day of outage, once each', async () => {
    await insert();
    upstream.fail('findOperation', '500 before it took effect', 1_000);
    for (const minutes of [1, 58, 2, 60, 22 * 60, 1, 6 * 60]) {
      tenant.pass({ minutes });
      await worker.step(id);
    }
    const { notices, audit, state, placedAt } = await order();
    assert.equal(state, 'placed');
    assert.deepEqual(
      notices.map(({ kind }) => kind),
      ['slow', 'stuck'],
    );
    const told = audit.filter(({ event }) => /slow|stuck/.test(event));
    const hours = told.map(({ at }) =>
      Math.floor(Temporal.Instant.from(at).since(placedAt).total('hours')),
    );
    assert.deepEqual(hours, [1, 24]);
    assert.deepEqual(await operations(), []);
  });
});
