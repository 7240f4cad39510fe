import assert from 'node:assert/strict';
import { UpstreamOrder } from '../../../support/servers/upstreamOrder.ts';
import { tenantId } from '../../../support/tenant/simulatedTenant.ts';

const byInvoice = { paymentMethodId: 'invoice-1', quantity: 120 };

describe('A clear no of the sales service', () => {
  let order: UpstreamOrder;
  beforeEach(async () => {
    order = await UpstreamOrder.make();
  });
  afterEach(() => order.drop());

  const refusedEntries = async () =>
    (await order.now()).audit.filter(({ event }) => event === 'service.refused');
  const waitOfNextLook = async () => {
    const { nextCheckAt = '' } = await order.now();
    return order.tenant.realNow.until(nextCheckAt).total('minutes');
  };

  it('to the order ends it, with the code, and it is not tried again', async () => {
    await order.insert();
    order.upstream.refuse('place', 9);
    await order.follow();
    const { state, failureCode, nextCheckAt } = await order.now();
    assert.deepEqual([state, failureCode, nextCheckAt], ['failed', 'upstream.refused', undefined]);
    assert.deepEqual(await order.kinds(), ['failed']);
    assert.deepEqual(order.upstream.calls, ['place']);
  });

  it('after a call that was not answered ends it only when that call was none', async () => {
    await order.insert();
    order.upstream.fail('place', 'a time-out after it took effect');
    order.upstream.refuse('place', 9);
    await order.follow();
    assert.equal((await order.now()).state, 'completed');
    assert.equal((await order.operations()).length, 1);
  });

  it('about an upgrade that runs is no proof that it failed: it is looked at seldom, and goes on', async () => {
    await order.insert();
    await order.look();
    order.upstream.refuse('operation', 3);
    for (let looks = 0; looks < 3; looks += 1) {
      await order.look();
      assert.equal(await waitOfNextLook(), 15);
      assert.equal((await order.now()).state, 'provisioning');
    }
    const [entry, second] = await refusedEntries();
    assert.deepEqual([entry?.code, second], ['upstream.refused', undefined]);
    await order.follow();
    assert.equal((await order.now()).state, 'completed');
  });

  it('to looking it up keeps it from being sent again', async () => {
    await order.insert();
    order.upstream.fail('place', 'a time-out before it took effect');
    await order.look();
    order.upstream.refuse('findOperation', 3);
    for (let looks = 0; looks < 3; looks += 1) await order.look();
    assert.equal(await waitOfNextLook(), 15);
    assert.equal(order.upstream.calls.filter((call) => call === 'place').length, 1);
    assert.equal((await refusedEntries()).length, 1);
  });

  it('to taking it back means that it is too late', async () => {
    await order.tenant.sandbox.setScenario(tenantId, 'credit-check');
    await order.insert(byInvoice);
    await order.look();
    await order.askBack();
    order.upstream.refuse('withdraw');
    await order.look();
    const { state, withdrawal } = await order.now();
    assert.deepEqual([state, withdrawal], ['creditCheck', undefined]);
    assert.deepEqual(await order.kinds(), ['creditCheckStarted', 'tooLateToWithdraw']);
  });
});

describe('Answers that nobody can read', () => {
  it('are asked for a few times, then people are told; when it is found, it goes on', async () => {
    const order = await UpstreamOrder.make();
    try {
      await order.insert();
      const { sandbox } = order.tenant;
      const really = sandbox.place.bind(sandbox);
      // Garbage, and nothing is done.
      sandbox.place = async () => ({ outcome: 'perhaps' }) as never;
      await order.follow(12);
      assert.equal(order.upstream.calls.filter((call) => call === 'place').length, 5);
      assert.deepEqual(await order.kinds(), ['unclear']);
      assert.ok((await order.now()).unclearSince);
      // The last call took effect after all.
      await really(await order.tenant.request());
      await order.follow();
      const { state, unclearSince } = await order.now();
      assert.deepEqual([state, unclearSince], ['completed', undefined]);
    } finally {
      await order.drop();
    }
  });
});
