import assert from 'node:assert/strict';
import sinon from 'sinon';
import { orderSchema } from '../../../commerce/model/order.ts';
import { changeOrder } from '../../../commerce/order/changeOrder.ts';
import { type Confirmation, placeOrder } from '../../../commerce/order/placeOrder.ts';
import type { OrderRepository } from '../../../commerce/ports/repositories.ts';
import type { Storage } from '../../../storage/open.ts';
import { LowdbPlace } from '../../support/storage/place.ts';
import { aQuote } from '../../support/storage/samples.ts';

const confirmation: Confirmation = {
  quote: aQuote({ timeZone: 'Europe/Stockholm', expiresAt: '2026-03-01T10:00:00Z' }),
  by: { userId: 'user-1', name: 'Åsa Öberg' },
  conversation: 'tenant-1/msteams/19:a',
  users: 20,
  at: '2026-03-01T09:30:00Z',
  wakeAt: '2026-02-27T12:00:00Z',
};
const late = { ...confirmation, at: '2026-03-01T10:00:00Z' };

describe('Placing an order', () => {
  let place: LowdbPlace;
  let storage: Storage;
  let orders: OrderRepository;
  const open = async () => {
    storage = await place.openStorage();
    orders = storage.orders;
  };
  beforeEach(async () => {
    place = await LowdbPlace.make();
    await open();
  });
  afterEach(async () => {
    sinon.restore();
    await place.drop();
  });

  it('writes down what was confirmed, and that the worker takes it up at once', async () => {
    const { order, outcome } = await placeOrder(orders, confirmation);
    assert.equal(outcome, 'placed');
    assert.deepEqual((await orders.get(order.id))?.value, order);
    assert.deepEqual(orderSchema.parse(order), order);
    const { quote } = confirmation;
    for (const key of [
      'tenantId',
      'subscriptionId',
      'sourceSkuId',
      'targetSkuId',
      'quantity',
      'term',
      'billing',
      'currency',
      'dueToday',
      'creditToInvoice',
      'perPeriod',
      'paymentMethodId',
      'timeZone',
    ] as const) {
      assert.equal(order[key], quote[key], key);
    }
    assert.equal(order.quoteId, quote.id);
    assert.equal(order.state, 'placed');
    assert.deepEqual(order.placedBy, confirmation.by);
    assert.deepEqual(order.users, { moved: 0, total: 20, failures: [] });
    assert.deepEqual(order.audit, [
      { at: confirmation.at, by: 'user-1', event: 'order.placed', to: 'placed' },
    ]);
    assert.deepEqual(await orders.due(confirmation.wakeAt, 8), [order.id]);
  });

  it('makes one order of fifty confirmations at once', async () => {
    const results = await Promise.all(
      Array.from({ length: 50 }, () => placeOrder(orders, confirmation)),
    );
    assert.equal(new Set(results.map(({ order }) => order.id)).size, 1);
    assert.equal(new Set(results.map(({ order }) => order.clientRequestId)).size, 1);
    assert.equal(results.filter(({ outcome }) => outcome === 'placed').length, 1);
    assert.equal((await orders.listByTenant('tenant-1')).length, 1);
  });

  it('again gives the same order as it is now, also when the quote has expired since', async () => {
    const { order } = await placeOrder(orders, confirmation);
    const moved = await changeOrder(orders, order.id, (current) => ({ ...current, revision: 7 }));
    for (const again of [confirmation, late]) {
      assert.deepEqual(await placeOrder(orders, again), { order: moved, outcome: 'repeated' });
    }
  });

  it('again after a restart gives the same order', async () => {
    const { order } = await placeOrder(orders, confirmation);
    await storage.close();
    await open();
    assert.deepEqual(await placeOrder(orders, confirmation), { order, outcome: 'repeated' });
  });

  it('is refused when the quote has expired, and nothing is written', async () => {
    await assert.rejects(placeOrder(orders, late), { code: 'quote.expired' });
    assert.deepEqual(await orders.listByTenant('tenant-1'), []);
  });

  const other = { ...confirmation, quote: aQuote({ id: 'quote-2' }) };

  it('of two quotes for one subscription at once makes one order, which both get', async () => {
    const results = await Promise.all(
      [confirmation, other, confirmation, other].map((one) => placeOrder(orders, one)),
    );
    assert.equal(new Set(results.map(({ order }) => order.id)).size, 1);
    assert.equal(results.filter(({ outcome }) => outcome === 'placed').length, 1);
    assert.equal((await orders.listByTenant('tenant-1')).length, 1);
  });

  it('makes no second order while one for the subscription is open', async () => {
    const { order } = await placeOrder(orders, confirmation);
    assert.deepEqual(await placeOrder(orders, other), { order, outcome: 'alreadyOpen' });
    await changeOrder(orders, order.id, ({ nextCheckAt: _, ...current }) => ({
      ...current,
      state: 'failed',
    }));
    const { outcome } = await placeOrder(orders, other);
    assert.equal(outcome, 'placed');
  });

  it('makes no second order beside one from before that was a rule', async () => {
    // Its row has nothing for itself, as after a migration.
    const { order } = await placeOrder(orders, confirmation);
    const { nextCheckAt: _, ...asleep } = order;
    await orders.replace(asleep, 1);
    assert.deepEqual(await placeOrder(orders, other), { order: asleep, outcome: 'alreadyOpen' });
  });

  it('of quotes for different subscriptions, or of different tenants, makes as many orders', async () => {
    const elsewhere = aQuote({ id: 'quote-2', subscriptionId: 'subscription-2' });
    const abroad = aQuote({ id: 'quote-3', tenantId: 'tenant-2' });
    const results = await Promise.all(
      [confirmation.quote, elsewhere, abroad].map((quote) =>
        placeOrder(orders, { ...confirmation, quote }),
      ),
    );
    assert.equal(new Set(results.map(({ order }) => order.id)).size, 3);
    assert.equal(new Set(results.map(({ order }) => order.clientRequestId)).size, 3);
  });

  it('fails, and is not told as done, when the storage fails', async () => {
    sinon.stub(orders, 'insert').rejects(new Error('disk full'));
    await assert.rejects(placeOrder(orders, confirmation), /disk full/);
  });
});
