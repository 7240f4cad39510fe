import assert from 'node:assert/strict';
import sinon from 'sinon';
import { takingBackOf } from '../../../../commerce/order/service/withdrawal.ts';
import { UpstreamOrder } from '../../../support/servers/upstreamOrder.ts';
import { type FaultName, faults } from '../../../support/servers/upstreamServer.ts';
import { LowdbPlace } from '../../../support/storage/place.ts';
import { tenantId } from '../../../support/tenant/simulatedTenant.ts';

describe('Taking an order back', () => {
  let order: UpstreamOrder;
  beforeEach(async () => {
    order = await UpstreamOrder.make();
    await order.tenant.sandbox.setScenario(tenantId, 'credit-check');
    await order.insert({ paymentMethodId: 'invoice-1', quantity: 120 });
  });
  afterEach(async () => {
    sinon.restore();
    await order.drop();
  });

  it('before the service knows of it needs no service', async () => {
    await order.askBack();
    await order.look();
    const { state, nextCheckAt } = await order.now();
    assert.deepEqual([state, nextCheckAt], ['withdrawn', undefined]);
    assert.ok(!order.upstream.calls.includes('place'));
    assert.deepEqual(await order.kinds(), ['withdrawn']);
  });

  it('while the credit is checked ends it at the service too', async () => {
    await order.look();
    assert.equal((await order.now()).state, 'creditCheck');
    await order.askBack();
    await order.look();
    const { state, operationId = '' } = await order.now();
    assert.equal(state, 'withdrawn');
    assert.equal((await order.tenant.sandbox.operation(tenantId, operationId)).phase, 'withdrawn');
    assert.deepEqual(await order.kinds(), ['creditCheckStarted', 'withdrawn']);
  });

  it('is asked of the service once, however often it is asked for', async () => {
    await order.look();
    const first = await order.askBack();
    assert.deepEqual(await order.askBack(), first);
    await order.look();
    assert.deepEqual((await order.askBack()).state, 'withdrawn');
    assert.equal(order.upstream.calls.filter((call) => call === 'withdraw').length, 1);
  });

  it('is too late when the plan is being set up: it goes on, and that is told', async () => {
    await order.look();
    await order.askBack();
    order.tenant.pass({ hours: 20, seconds: 1 });
    await order.look();
    await order.look();
    const { state, withdrawal } = await order.now();
    assert.deepEqual([state, withdrawal], ['provisioning', undefined]);
    assert.deepEqual(await order.kinds(), [
      'creditCheckStarted',
      'tooLateToWithdraw',
      'creditCheckApproved',
    ]);
  });

  for (const [phase, told, entry] of [
    ['completed', ['tooLateToWithdraw', 'completed'], 'withdrawal.tooLate'],
    [
      'completedWithUserErrors',
      ['tooLateToWithdraw', 'completedWithUserErrors'],
      'withdrawal.tooLate',
    ],
    ['declined', ['declined'], 'withdrawal.notNeeded'],
    ['failed', ['failed'], 'withdrawal.notNeeded'],
  ] as const) {
    it(`is answered when the order is ${phase} at that very moment`, async () => {
      await order.look();
      const { sandbox } = order.tenant;
      const really = sandbox.operation.bind(sandbox);
      sinon.stub(sandbox, 'operation').callsFake(async (...args) => {
        const status = await really(...args);
        await order.askBack();
        return { ...status, phase };
      });
      await order.look();
      const { state, withdrawal, audit, nextCheckAt } = await order.now();
      assert.deepEqual([state, withdrawal, nextCheckAt], [phase, undefined, undefined]);
      const news = (await order.kinds()).filter((kind) => !kind.startsWith('creditCheck'));
      assert.deepEqual(news, told);
      assert.ok(audit.some(({ event }) => event === entry));
    });
  }

  it('is answered when the service refuses the order at that very moment', async () => {
    const { sandbox } = order.tenant;
    sinon.stub(sandbox, 'place').callsFake(async () => {
      await order.askBack();
      return { outcome: 'declined', code: 'HighVolume' };
    });
    await order.look();
    const { state, withdrawal } = await order.now();
    assert.deepEqual([state, withdrawal], ['failed', undefined]);
  });

  it('that was left open at the end of an order is answered once it is read', async () => {
    const withdrawal = { by: 'user-1', at: order.tenant.realNow.toString() };
    const stored = { ...(await order.now()), state: 'completed' as const, withdrawal };
    const place = await LowdbPlace.make();
    const engine = await place.openEngine();
    await engine.create('orders', stored.quoteId ?? '', stored);
    await engine.close();
    const { orders } = await place.openStorage();
    const read = (await orders.get(stored.id))!.value;
    await place.drop();
    assert.deepEqual([read.withdrawal, takingBackOf(read, {})], [undefined, 'over']);
  });

  it('waits until an attempt to place that is in doubt can not arrive any more', async () => {
    order.upstream.fail('place', 'a time-out before it took effect');
    await order.look();
    await order.askBack();
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
    await order.askBack();
    order.tenant.pass({ minutes: 2 });
    await order.look();
    assert.equal((await order.now()).state, 'withdrawn');
  });

  for (const name of Object.keys(faults) as FaultName[]) {
    it(`ends the same after ${name}`, async () => {
      await order.look();
      await order.askBack();
      order.upstream.fail('withdraw', name, 2);
      for (let looks = 0; looks < 4; looks += 1) {
        order.tenant.pass({ minutes: 2 });
        await order.look();
      }
      assert.equal((await order.now()).state, 'withdrawn');
      assert.deepEqual(await order.kinds(), ['creditCheckStarted', 'withdrawn']);
    });
  }
});
