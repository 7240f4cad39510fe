import assert from 'node:assert/strict';
import { requestWithdrawal } from '../../../commerce/order/withdrawal.ts';
import { tenantId } from '../../support/simulatedTenant.ts';
import { UpstreamOrder } from '../../support/upstreamOrder.ts';
import { type FaultName, faults } from '../../support/upstreamServer.ts';

describe('Taking an order back', () => {
  let order: UpstreamOrder;
  beforeEach(async () => {
    order = await UpstreamOrder.make();
    await order.tenant.sandbox.setScenario(tenantId, 'credit-check');
    await order.insert({ paymentMethodId: 'invoice-1', quantity: 120 });
  });
  afterEach(() => order.drop());

  const askBack = () => {
    const at = order.tenant.realNow.toString();
    return requestWithdrawal(order.orders, order.id, { by: 'user-1', at, wakeAt: at });
  };
  const kinds = async () => (await order.now()).notices.map(({ kind }) => kind);

  it('before the service knows of it needs no service', async () => {
    await askBack();
    await order.look();
    const { state, nextCheckAt } = await order.now();
    assert.deepEqual([state, nextCheckAt], ['withdrawn', undefined]);
    assert.ok(!order.upstream.calls.includes('place'));
    assert.deepEqual(await kinds(), ['withdrawn']);
  });

  it('while the credit is checked ends it at the service too', async () => {
    await order.look();
    assert.equal((await order.now()).state, 'creditCheck');
    await askBack();
    await order.look();
    const { state, operationId = '' } = await order.now();
    assert.equal(state, 'withdrawn');
    assert.equal((await order.tenant.sandbox.operation(tenantId, operationId)).phase, 'withdrawn');
    assert.deepEqual(await kinds(), ['creditCheckStarted', 'withdrawn']);
  });

  it('is asked of the service once, however often it is asked for', async () => {
    await order.look();
    const first = await askBack();
    assert.deepEqual(await askBack(), first);
    await order.look();
    assert.deepEqual((await askBack()).state, 'withdrawn');
    assert.equal(order.upstream.calls.filter((call) => call === 'withdraw').length, 1);
  });

  it('is too late when the plan is being set up: it goes on, and that is told', async () => {
    await order.look();
    await askBack();
    order.tenant.pass({ hours: 20, seconds: 1 });
    await order.look();
    await order.look();
    const { state, withdrawal } = await order.now();
    assert.deepEqual([state, withdrawal], ['provisioning', undefined]);
    assert.deepEqual(await kinds(), [
      'creditCheckStarted',
      'tooLateToWithdraw',
      'creditCheckApproved',
    ]);
  });

  it('waits until an attempt to place that is in doubt can not arrive any more', async () => {
    order.upstream.fail('place', 'a time-out before it took effect');
    await order.look();
    await askBack();
    await order.look();
    assert.equal((await order.now()).state, 'placed');
    // The attempt arrives late after all.
    await order.tenant.sandbox.place(
      await order.tenant.request({ paymentMethodId: 'invoice-1', quantity: 120 }),
    );
    order.tenant.pass({ minutes: 1 });
    await order.look();
    const { state, operationId = '' } = await order.now();
    assert.equal(state, 'withdrawn');
    const [operation] = order.upstream.calls.filter((call) => call === 'withdraw');
    assert.ok(operation, operationId);
  });

  it('whose attempt to place never arrived is decided after two minutes', async () => {
    order.upstream.fail('place', 'a time-out before it took effect');
    await order.look();
    await askBack();
    order.tenant.pass({ minutes: 2 });
    await order.look();
    assert.equal((await order.now()).state, 'withdrawn');
  });

  for (const name of Object.keys(faults) as FaultName[]) {
    it(`ends the same after ${name}`, async () => {
      await order.look();
      await askBack();
      order.upstream.fail('withdraw', name, 2);
      for (let looks = 0; looks < 4; looks += 1) {
        order.tenant.pass({ minutes: 2 });
        await order.look();
      }
      assert.equal((await order.now()).state, 'withdrawn');
      assert.deepEqual(await kinds(), ['creditCheckStarted', 'withdrawn']);
    });
  }
});
