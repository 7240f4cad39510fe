import assert from 'node:assert/strict';
import sinon from 'sinon';
import { changeOrder } from '../../../../commerce/order/changeOrder.ts';
import { retried } from '../../../../commerce/order/operator.ts';
import { UpstreamOrder } from '../../../support/servers/upstreamOrder.ts';

/** Paid by invoice, so that it can be taken back for a while. */
const byInvoice = { paymentMethodId: 'invoice-1', quantity: 120 };

describe('An order that was sent and never answered', () => {
  let order: UpstreamOrder;
  beforeEach(async () => {
    order = await UpstreamOrder.make();
    await order.tenant.sandbox.setScenario('tenant-1', 'credit-check');
    await order.insert(byInvoice);
  });
  afterEach(async () => {
    sinon.restore();
    await order.drop();
  });

  /** The call of a process that is gone, which takes effect only now. */
  const arriveLate = async () => {
    await order.tenant.sandbox.place(await order.tenant.request(byInvoice));
  };
  const isTakenBackAtTheService = async () => {
    assert.equal((await order.now()).state, 'placed');
    await arriveLate();
    order.tenant.pass({ minutes: 1 });
    await order.look();
    assert.equal((await order.now()).state, 'withdrawn');
    assert.ok(order.upstream.calls.includes('withdraw'));
  };

  it('because its process was killed in the call is not taken for one that was never sent', async () => {
    const really = order.orders.replace.bind(order.orders);
    const write = sinon.stub(order.orders, 'replace').callsFake(async (...args) => {
      if (order.upstream.calls.includes('place')) throw new Error('killed');
      return really(...args);
    });
    order.upstream.fail('place', 'a time-out before it took effect');
    await assert.rejects(order.look(), /killed/);
    write.restore();
    await order.askBack();
    await order.look();
    await isTakenBackAtTheService();
  });

  it('is not sent when somebody wants it back in the moment before', async () => {
    const really = order.service.capabilities.bind(order.service);
    const ask = sinon.stub(order.service, 'capabilities').callsFake(async (tenantId) => {
      ask.restore();
      await order.askBack();
      return really(tenantId);
    });
    await order.look();
    assert.ok(!order.upstream.calls.includes('place'));
    await order.look();
    assert.equal((await order.now()).state, 'withdrawn');
  });

  it('is not sent when another process takes it back in the moment of writing that', async () => {
    const really = order.orders.replace.bind(order.orders);
    const write = sinon.stub(order.orders, 'replace').callsFake(async (...args) => {
      write.restore();
      await order.askBack();
      await order.look();
      return really(...args);
    });
    await order.look();
    assert.ok(!order.upstream.calls.includes('place'));
    assert.equal((await order.now()).state, 'withdrawn');
  });

  it('is written down as sent before it is', async () => {
    const { sandbox } = order.tenant;
    const counts: (number | undefined)[] = [];
    const really = sandbox.place.bind(sandbox);
    sinon.stub(sandbox, 'place').callsFake(async (request) => {
      counts.push((await order.now()).attempts?.count);
      return really(request);
    });
    order.upstream.fail('place', 'a time-out after it took effect');
    await order.look();
    assert.deepEqual(counts, [1]);
  });

  it('and that an operator retries is not taken for one that was never sent', async () => {
    order.upstream.fail('place', 'a time-out before it took effect');
    await order.look();
    const at = order.tenant.realNow.toString();
    await changeOrder(order.orders, order.id, (current) => retried(current, at, at) ?? current);
    await order.askBack();
    await order.look();
    await isTakenBackAtTheService();
  });
});
