import assert from 'node:assert/strict';
import type { OrderRepository } from '../../../commerce/repositories.ts';
import type { Order } from '../../../commerce/upgrade/order.ts';
import { requestWithdrawal } from '../../../commerce/upgrade/withdrawal.ts';
import { UpgradeWorker } from '../../../commerce/upgrade/worker.ts';
import { LowdbPlace } from '../../storage/place.ts';
import { anOrder } from '../../storage/samples.ts';
import { SimulatedTenant, tenantId } from '../../support/simulatedTenant.ts';
import { UpstreamClient } from '../../support/upstreamClient.ts';
import { type FaultName, faults, UpstreamServer } from '../../support/upstreamServer.ts';

const { id } = anOrder();

describe('Taking an order back', () => {
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
    await tenant.sandbox.setScenario(tenantId, 'credit-check');
    const request = await tenant.request({ paymentMethodId: 'invoice-1', quantity: 120 });
    const at = tenant.realNow.toString();
    await orders.insert(anOrder({ ...request, placedAt: at, changedAt: at, nextCheckAt: at }));
  });
  afterEach(async () => {
    await upstream.stop();
    await place.drop();
  });

  const order = async (): Promise<Order> => (await orders.get(id))!.value;
  const askBack = () => {
    const at = tenant.realNow.toString();
    return requestWithdrawal(orders, id, { by: 'user-1', at, wakeAt: at });
  };
  const kinds = async () => (await order()).notices.map(({ kind }) => kind);

  it('before the service knows of it needs no service', async () => {
    await askBack();
    await worker.step(id);
    const { state, nextCheckAt } = await order();
    assert.deepEqual([state, nextCheckAt], ['withdrawn', undefined]);
    assert.ok(!upstream.calls.includes('place'));
    assert.deepEqual(await kinds(), ['withdrawn']);
  });

  it('while the credit is checked ends it at the service too', async () => {
    await worker.step(id);
    assert.equal((await order()).state, 'creditCheck');
    await askBack();
    await worker.step(id);
    const { state, operationId = '' } = await order();
    assert.equal(state, 'withdrawn');
    assert.equal((await tenant.sandbox.operation(tenantId, operationId)).phase, 'withdrawn');
    assert.deepEqual(await kinds(), ['creditCheckStarted', 'withdrawn']);
  });

  it('is asked of the service once, however often it is asked for', async () => {
    await worker.step(id);
    const first = await askBack();
    assert.deepEqual(await askBack(), first);
    await worker.step(id);
    assert.deepEqual((await askBack()).state, 'withdrawn');
    assert.equal(upstream.calls.filter((call) => call === 'withdraw').length, 1);
  });

  it('is too late when the plan is being set up: it goes on, and that is told', async () => {
    await worker.step(id);
    await askBack();
    tenant.pass({ hours: 20, seconds: 1 });
    await worker.step(id);
    await worker.step(id);
    const { state, withdrawal } = await order();
    assert.deepEqual([state, withdrawal], ['provisioning', undefined]);
    assert.deepEqual(await kinds(), [
      'creditCheckStarted',
      'tooLateToWithdraw',
      'creditCheckApproved',
    ]);
  });

  it('waits until an attempt to place that is in doubt can not arrive any more', async () => {
    upstream.fail('place', 'a time-out before it took effect');
    await worker.step(id);
    await askBack();
    await worker.step(id);
    assert.equal((await order()).state, 'placed');
    // The attempt arrives late after all.
    await tenant.sandbox.place(
      await tenant.request({ paymentMethodId: 'invoice-1', quantity: 120 }),
    );
    tenant.pass({ minutes: 1 });
    await worker.step(id);
    const { state, operationId = '' } = await order();
    assert.equal(state, 'withdrawn');
    const [operation] = upstream.calls.filter((call) => call === 'withdraw');
    assert.ok(operation, operationId);
  });

  it('whose attempt to place never arrived is decided after two minutes', async () => {
    upstream.fail('place', 'a time-out before it took effect');
    await worker.step(id);
    await askBack();
    tenant.pass({ minutes: 2 });
    await worker.step(id);
    assert.equal((await order()).state, 'withdrawn');
  });

  for (const name of Object.keys(faults) as FaultName[]) {
    it(`ends the same after ${name}`, async () => {
      await worker.step(id);
      await askBack();
      upstream.fail('withdraw', name, 2);
      for (let looks = 0; looks < 4; looks += 1) {
        tenant.pass({ minutes: 2 });
        await worker.step(id);
      }
      assert.equal((await order()).state, 'withdrawn');
      assert.deepEqual(await kinds(), ['creditCheckStarted', 'withdrawn']);
    });
  }
});
