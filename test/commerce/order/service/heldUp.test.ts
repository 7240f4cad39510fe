import assert from 'node:assert/strict';
import { changeOrder } from '../../../../commerce/order/changeOrder.ts';
import { retried } from '../../../../commerce/order/operator.ts';
import { UpstreamOrder } from '../../../support/servers/upstreamOrder.ts';
import { tenantId } from '../../../support/tenant/simulatedTenant.ts';

describe('An order that was held up', () => {
  let order: UpstreamOrder;
  beforeEach(async () => {
    order = await UpstreamOrder.make();
    // A quarter of an hour before midnight, when a dearer price list comes into force.
    await order.tenant.sandbox.setScenario(tenantId, 'price-change');
    await order.insert();
  });
  afterEach(() => order.drop());

  const serviceIsDown = async () => {
    order.upstream.fail('place', '500 before it took effect');
    await order.look();
  };
  const hasLapsed = async () => {
    const { state, nextCheckAt } = await order.now();
    assert.deepEqual([state, nextCheckAt], ['lapsed', undefined]);
    assert.deepEqual(await order.operations(), []);
    assert.equal((await order.kinds()).at(-1), 'lapsed');
  };
  const dearer = { dueToday: 56_00, creditToInvoice: 0, perPeriod: 240_00 };

  it('is not placed at another price: it ends, and both prices are kept', async () => {
    await serviceIsDown();
    order.tenant.pass({ hours: 5 });
    await order.look();
    await hasLapsed();
    const { amountsNow, dueToday, perPeriod } = await order.now();
    assert.deepEqual([dueToday, perPeriod], [45_00, 210_00]);
    assert.deepEqual(amountsNow, dearer);
  });

  it('days later, by an operator, is not placed at another price either', async () => {
    await serviceIsDown();
    order.tenant.pass({ hours: 72 });
    const at = order.tenant.realNow.toString();
    await changeOrder(order.orders, order.id, (current) => retried(current, at, at) ?? current);
    await order.look();
    await hasLapsed();
  });

  it('and never sent is not placed at another price either', async () => {
    order.tenant.pass({ hours: 5 });
    await order.look();
    await hasLapsed();
    assert.ok(!order.upstream.calls.includes('place'));
  });

  it('until the price changed is turned down by the service itself, although its time is not over', async () => {
    order.tenant.pass({ minutes: 20 });
    await order.look();
    await hasLapsed();
    assert.ok(order.upstream.calls.includes('place'));
    assert.deepEqual((await order.now()).amountsNow, dearer);
  });

  it('ends also when nobody can tell what it costs now', async () => {
    await serviceIsDown();
    order.tenant.pass({ hours: 1 });
    await changeOrder(order.orders, order.id, (current) => ({
      ...current,
      subscriptionId: 'gone',
    }));
    await order.look();
    await hasLapsed();
    assert.equal((await order.now()).amountsNow, undefined);
  });

  it('waits as long as its price can not be asked for', async () => {
    await serviceIsDown();
    order.tenant.pass({ hours: 5 });
    order.upstream.fail('quote', '500 before it took effect');
    await order.look();
    assert.equal((await order.now()).state, 'placed');
    order.tenant.pass({ hours: 1 });
    await order.look();
    await hasLapsed();
  });

  it('and was taken by the service all the same is followed, whatever it costs now', async () => {
    order.upstream.fail('place', '500 after it took effect');
    await order.look();
    order.tenant.pass({ hours: 5 });
    await order.follow();
    assert.equal((await order.now()).state, 'completed');
    assert.equal((await order.operations()).length, 1);
  });

  it('and may still arrive ends only when it can not any more', async () => {
    const midnight = order.tenant.realNow.add({ minutes: 15 }).toString();
    await changeOrder(order.orders, order.id, ({ confirmed, ...current }) => ({
      ...current,
      confirmed: { ...confirmed!, until: midnight },
    }));
    order.tenant.pass({ minutes: 14 });
    await serviceIsDown();
    order.tenant.pass({ seconds: 61 });
    await order.look();
    assert.equal((await order.now()).state, 'placed');
    order.tenant.pass({ minutes: 2 });
    await order.look();
    await hasLapsed();
  });

  it('at a service that looks nothing up is neither sent at another price nor taken for unsent', async () => {
    order.service.lacks = { findOperation: true };
    await serviceIsDown();
    order.tenant.pass({ hours: 5 });
    await order.look();
    const { state, unclearSince } = await order.now();
    assert.equal(state, 'placed');
    assert.ok(unclearSince);
    assert.deepEqual(await order.operations(), []);
  });

  it('and costs the same still is placed', async () => {
    await order.tenant.sandbox.setScenario(tenantId, 'happy');
    const again = await UpstreamOrder.make();
    try {
      await again.insert();
      again.tenant.pass({ hours: 5 });
      await again.follow();
      assert.equal((await again.now()).state, 'completed');
    } finally {
      await again.drop();
    }
  });
});
