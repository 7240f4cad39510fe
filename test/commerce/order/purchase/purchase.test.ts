import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { ownedBefore } from '../../../../commerce/licences/ownedBefore.ts';
import { subscriptionsOf } from '../../../../commerce/licences/subscriptionsOf.ts';
import type { Order } from '../../../../commerce/model/order.ts';
import {
  type Begun,
  beginPurchase,
  type PurchaseWish,
} from '../../../../commerce/order/purchase/beginPurchase.ts';
import {
  decidePurchase,
  followInstead,
  letGo,
} from '../../../../commerce/order/purchase/decidePurchase.ts';
import { UpgradeWorker } from '../../../../commerce/order/service/worker.ts';
import type { OrderRepository, QuoteRepository } from '../../../../commerce/ports/repositories.ts';
import { type Microsoft, openMicrosoft } from '../../../../microsoft/connection.ts';
import { DirectSeller } from '../../../../microsoft/direct/directSeller.ts';
import { skus } from '../../../../sandbox/tenant/skus.ts';
import { orderInSandbox } from '../../../microsoft/wire/sandboxOrder.ts';
import { hasty, WireMicrosoft } from '../../../microsoft/wire/wireMicrosoft.ts';
import { LowdbPlace } from '../../../support/storage/place.ts';
import { catalog, priceBook } from '../../../support/tenant/simulatedTenant.ts';

const limits = { ...hasty, request: 5_000, call: 10_000 };

/** Over Graph's wire server and the real storage. */
describe('An order that its admin places in the admin center', () => {
  let wire: WireMicrosoft;
  let microsoft: Microsoft;
  let seller: DirectSeller;
  let place: LowdbPlace;
  let orders: OrderRepository;
  let quotes: QuoteRepository;
  let tenantId: string;
  let wish: PurchaseWish;

  before(async () => {
    wire = await WireMicrosoft.start();
    microsoft = openMicrosoft(wire.settings(), limits);
    const { graph, directory } = microsoft;
    seller = new DirectSeller({ graph, directory, catalog, priceBook, now });
  });
  after(async () => {
    await microsoft.close();
    await wire.stop();
  });
  beforeEach(async () => {
    place = await LowdbPlace.make();
    ({ orders, quotes } = await place.openStorage());
    tenantId = await wire.tenants.add();
    wish = await wishFor(skus.businessPremium);
  });
  afterEach(async () => {
    wire.mend();
    await place.drop();
  });

  const now = () => wire.tenants.realNow;
  const pass = (time: Temporal.DurationLike) => {
    wire.tenants.realNow = now().add(time);
  };
  const worker = () =>
    new UpgradeWorker({
      ...{ seller, orders, quotes, now },
      clock: { now: async () => now() },
      onChange: async () => undefined,
    });
  const wishFor = async (targetSkuId: string): Promise<PurchaseWish> => {
    const owned = await subscriptionsOf({ seller, directory: microsoft.directory }, tenantId);
    const [source] = owned;
    assert(source);
    const plans = { old: source.skuId, new: targetSkuId };
    return {
      tenantId,
      by: { userId: 'user-1', name: 'Alva Ek' },
      conversation: 'chat',
      subscriptionId: source.id,
      sourceSkuId: source.skuId,
      ...{ targetSkuId, quantity: source.quantity, term: 'P1Y', billing: 'annual' },
      ...{ currency: 'SEK', listPrice: 100_00, before: ownedBefore(owned, plans) },
      at: now().toString(),
      wakeAt: now().toString(),
    };
  };
  const order = async ({ order: { id } }: Pick<Begun, 'order'>): Promise<Order> =>
    (await orders.get(id))!.value;
  const decision = () => ({ by: 'user-1', at: now().toString(), wakeAt: now().toString() });
  /** @returns the order after the next look, at the time for which it asks */
  const look = async (begun: Begun): Promise<Order> => {
    const { nextCheckAt = '' } = await order(begun);
    const wait = now().until(Temporal.Instant.from(nextCheckAt));
    if (wait.sign > 0) pass(wait);
    await worker().step(begun.order.id);
    return order(begun);
  };
  const buys = (given: { quantity?: number; targetSkuId?: string } = {}) => {
    const { subscriptionId, targetSkuId, quantity } = { ...wish, ...given };
    const bought = { tenantId, subscriptionId, targetSkuId, quantity };
    const terms = { term: 'P1Y', billing: 'annual', clientRequestId: randomUUID() } as const;
    return orderInSandbox(wire.tenants.sandbox, { ...bought, ...terms });
  };
  const kinds = ({ notices }: Order) => notices.map(({ kind }) => kind);

  it('is seen without anybody saying so, and followed user by user to its end', async () => {
    const { sandbox } = wire.tenants;
    const { subscriptionId, sourceSkuId, targetSkuId, quantity } = wish;
    const begun = await beginPurchase(orders, wish);
    assert.equal((await look(begun)).state, 'awaitingPurchase');
    await sandbox.buy(tenantId, targetSkuId, quantity);
    const steps: [state: string, moved: number | undefined][] = [];
    const note = ({ state, users }: Order) => void steps.push([state, users.moved]);
    note(await look(begun));
    for (const count of [10, 100]) {
      const page = await sandbox.licences.page(tenantId, { skuId: sourceSkuId });
      const add = [{ skuId: targetSkuId, disabledPlans: [] }];
      const ids = page.users.slice(0, count).map(({ id: userId }) => userId);
      for (const userId of ids) {
        await sandbox.licences.change(tenantId, [{ userId, add, remove: [sourceSkuId] }]);
      }
      note(await look(begun));
    }
    await sandbox.reduce(tenantId, subscriptionId, 0);
    const last = await look(begun);
    note(last);
    const { total } = last.users;
    assert.deepEqual(steps, [
      ['reassigning', 0],
      ['reassigning', 10],
      ['cancellingOld', total],
      ['completed', total],
    ]);
    assert.deepEqual([last.purchase?.bought, last.nextCheckAt], [quantity, undefined]);
    // Nobody had a card of it: its own comes, and then the message that it is done.
    assert.deepEqual(kinds(last), ['card', 'completed']);
  });

  it('may be over before anybody looks', async () => {
    const begun = await beginPurchase(orders, wish);
    await buys();
    pass({ hours: 2 });
    const { state, notices } = await look(begun);
    assert.equal(state, 'completed');
    assert.deepEqual(
      notices.map(({ kind }) => kind),
      ['completed'],
    );
  });

  it('is asked about once when its time is over, and let go when nobody answers', async () => {
    const begun = await beginPurchase(orders, wish);
    await decidePurchase(orders, begun.order.id, { ...decision(), time: 'hour', isPlaced: false });
    pass({ minutes: 59 });
    assert.deepEqual(kinds(await look(begun)), []);
    pass({ minutes: 1 });
    assert.deepEqual(kinds(await look(begun)), ['purchaseAsked']);
    assert.deepEqual(kinds(await look(begun)), ['purchaseAsked']);
    pass({ hours: 24 });
    const { state, notices, nextCheckAt } = await look(begun);
    assert.deepEqual(
      [state, notices.map(({ kind }) => kind), nextCheckAt],
      ['lapsed', ['purchaseAsked', 'lapsed'], undefined],
    );
  });

  it('is let go in time although Graph answers nothing', async () => {
    const begun = await beginPurchase(orders, wish);
    wire.graph.fail('403');
    pass({ hours: 25 });
    assert.deepEqual(kinds(await look(begun)), ['purchaseAsked']);
    pass({ hours: 25 });
    assert.equal((await look(begun)).state, 'lapsed');
  });

  it('is looked for longer once it is said to be placed, however often', async () => {
    const begun = await beginPurchase(orders, wish);
    const said = { ...decision(), isPlaced: true };
    const first = await decidePurchase(orders, begun.order.id, said);
    const again = await decidePurchase(orders, begun.order.id, said);
    assert.deepEqual(again.audit, first.audit);
    pass({ hours: 71 });
    assert.deepEqual(kinds(await look(begun)), []);
  });

  it('is one order, whoever begins it twice, and knows what there was before', async () => {
    const [one, two] = await Promise.all([
      beginPurchase(orders, wish),
      beginPurchase(orders, wish),
    ]);
    assert.equal(one.order.id, two.order.id);
    await wire.tenants.buy(tenantId, skus.microsoft365E3, 5);
    const changed = await beginPurchase(orders, await wishFor(skus.microsoft365E3));
    assert.deepEqual(
      [changed.outcome, changed.order.id, changed.order.targetSkuId],
      ['waits', one.order.id, skus.microsoft365E3],
    );
    assert.notEqual((await look(changed)).state, 'awaitingPurchase');
    assert.equal((await orders.listByTenant(tenantId)).length, 1);
  });

  it('is left alone by another person who would begin it anew', async () => {
    const { order: first } = await beginPurchase(orders, wish);
    const other = { by: { userId: 'user-2', name: 'Bo Ek' }, targetSkuId: skus.microsoft365E3 };
    const second = await beginPurchase(orders, { ...wish, ...other });
    assert.deepEqual(second, { order: first, outcome: 'alreadyOpen' });
  });

  it('tells of another plan that came instead, and follows it on demand', async () => {
    const begun = await beginPurchase(orders, wish);
    await wire.tenants.buy(tenantId, skus.microsoft365E3, 7);
    const { state, purchase } = await look(begun);
    assert.deepEqual(
      [state, purchase?.instead],
      ['awaitingPurchase', { skuId: skus.microsoft365E3, licences: 7 }],
    );
    const followed = await followInstead(orders, begun.order.id, decision());
    assert.deepEqual(
      [followed.targetSkuId, followed.quantity, followed.purchase?.instead],
      [skus.microsoft365E3, 7, undefined],
    );
    assert.notEqual((await look(begun)).state, 'awaitingPurchase');
  });

  it('comes to rest as it is when only some users were moved and the old plan goes on', async () => {
    const begun = await beginPurchase(orders, wish);
    await wire.tenants.buy(tenantId, skus.businessPremium, 10);
    assert.notEqual((await look(begun)).state, 'awaitingPurchase');
    pass({ hours: 25 });
    const { state, users, purchase } = await look(begun);
    assert.equal(state, 'completedWithUserErrors');
    assert.deepEqual([purchase?.bought, purchase?.oldPlanGoesOn], [10, true]);
    assert.ok(
      users.failures.length > 0 && users.failures.every(({ userName }) => /@/.test(userName)),
    );
  });

  it('is not waited for any more when its admin won’t buy, and changes by nothing afterwards', async () => {
    const begun = await beginPurchase(orders, wish);
    const gone = await letGo(orders, begun.order.id, decision());
    assert.deepEqual([gone.state, gone.nextCheckAt, kinds(gone)], ['withdrawn', undefined, []]);
    await buys();
    await worker().step(begun.order.id);
    const said = { ...decision(), isPlaced: true };
    assert.deepEqual(await decidePurchase(orders, begun.order.id, said), await order(begun));
    assert.equal((await order(begun)).state, 'withdrawn');
    assert.equal((await beginPurchase(orders, wish)).outcome, 'waits');
  });
});
