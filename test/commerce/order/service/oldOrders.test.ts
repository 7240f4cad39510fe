import assert from 'node:assert/strict';
import { UpstreamOrder } from '../../../support/servers/upstreamOrder.ts';
import { tenantId } from '../../../support/tenant/simulatedTenant.ts';

describe('An open order of version 0.1.0', () => {
  let order: UpstreamOrder;
  beforeEach(async () => {
    order = await UpstreamOrder.make();
  });
  afterEach(() => order.drop());

  /** As that version wrote it, which knew of no attempts and kept what was confirmed in the quote. */
  const insertOld = async (given = {}, { withQuote = true } = {}): Promise<void> => {
    const { attempts: _, confirmed, ...old } = await order.tenant.order();
    if (withQuote && confirmed) {
      const quote = await order.tenant.sandbox.quote({ ...old, ...confirmed });
      await order.quotes.insert({ ...quote, id: old.quoteId ?? '' });
    }
    await order.orders.insert({ ...old, ...given });
  };

  it('that was never sent goes on to its end', async () => {
    await insertOld();
    await order.follow();
    const { state, confirmed, attempts } = await order.now();
    assert.equal(state, 'completed');
    assert.equal(confirmed?.soldTo.name, 'Contoso Bygg AB');
    assert.ok(attempts);
    assert.equal((await order.operations()).length, 1);
  });

  it('that was sent is found, and not sent again', async () => {
    await order.tenant.placed();
    await insertOld();
    await order.follow();
    assert.equal((await order.now()).state, 'completed');
    assert.ok(!order.upstream.calls.includes('place'));
  });

  it('that is being carried out goes on to its end', async () => {
    const operationId = await order.tenant.placed();
    await insertOld({ operationId, state: 'provisioning' });
    await order.follow();
    assert.equal((await order.now()).state, 'completed');
  });

  it('that is asked for back may have been sent just before', async () => {
    await insertOld();
    await order.askBack();
    await order.look();
    assert.equal((await order.now()).state, 'placed');
    await order.tenant.placed();
    order.tenant.pass({ minutes: 1 });
    await order.look();
    assert.ok(order.upstream.calls.includes('withdraw'));
    assert.notEqual((await order.now()).state, 'withdrawn');
  });

  it('whose quote is lost is not sent, since nobody knows what was confirmed', async () => {
    await insertOld({}, { withQuote: false });
    await order.follow(5);
    assert.deepEqual(await order.kinds(), ['unclear']);
    assert.ok(!order.upstream.calls.includes('place'));
  });

  it('that was held up for days is not placed at another price', async () => {
    await order.tenant.sandbox.setScenario(tenantId, 'price-change');
    await insertOld();
    order.tenant.pass({ hours: 72 });
    // It may have been sent by a process of that version, just before.
    await order.look();
    order.tenant.pass({ minutes: 2 });
    await order.look();
    assert.equal((await order.now()).state, 'lapsed');
    assert.deepEqual(await order.operations(), []);
  });
});
