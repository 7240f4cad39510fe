import assert from 'node:assert/strict';
import sinon from 'sinon';
import { UpgraderaError } from '../../../../commerce/base/errors.ts';
import type { Order, OrderState } from '../../../../commerce/model/order.ts';
import { changeOrder } from '../../../../commerce/order/changeOrder.ts';
import { withAttempt } from '../../../../commerce/order/service/attempts.ts';
import { UpgradeWorker } from '../../../../commerce/order/service/worker.ts';
import type { OrderRepository, QuoteRepository } from '../../../../commerce/ports/repositories.ts';
import type { PlaceResult } from '../../../../commerce/ports/seller.ts';
import { LowdbPlace } from '../../../support/storage/place.ts';
import { anOrder } from '../../../support/storage/samples.ts';
import { SimulatedTenant, tenantId } from '../../../support/tenant/simulatedTenant.ts';

const { id } = anOrder();
const outage = () => new UpgraderaError('upstream.unavailable', 'status 503');

/** Over the real sandbox and the real storage. */
describe('The worker', () => {
  let place: LowdbPlace;
  let orders: OrderRepository;
  let quotes: QuoteRepository;
  let tenant: SimulatedTenant;

  const worker = () =>
    new UpgradeWorker({
      seller: tenant.sandbox,
      clock: tenant.sandbox,
      orders,
      quotes,
      now: () => tenant.realNow,
      onChange: async (before, after) => void changes.push([before.state, after.state]),
    });
  let changes: [before: OrderState, after: OrderState][];
  const order = async (): Promise<Order> => (await orders.get(id))!.value;
  /** By a process that is gone. */
  const sentOnce = () => changeOrder(orders, id, (current) => withAttempt(current, tenant.realNow));
  const operations = async (): Promise<unknown[]> =>
    ((await tenant.tenants.load(tenantId))!.value as { operations: unknown[] }).operations;
  /** Looks whenever the order asks for it, until it asks no more or `looks` is used up. */
  const follow = async (looks = 100): Promise<void> => {
    for (let left = looks; left > 0; left -= 1) {
      const { nextCheckAt } = await order();
      if (nextCheckAt === undefined) return;
      const wait = tenant.realNow.until(Temporal.Instant.from(nextCheckAt));
      if (wait.sign > 0) tenant.pass(wait);
      assert.equal(await worker().step(id), undefined);
    }
  };

  beforeEach(async () => {
    changes = [];
    place = await LowdbPlace.make();
    ({ orders, quotes } = await place.openStorage());
    tenant = new SimulatedTenant();
    await orders.insert(await tenant.order());
  });
  afterEach(async () => {
    sinon.restore();
    await place.drop();
  });

  it('takes an order all the way to its end, every state on the way', async () => {
    await follow();
    const { state, audit, notices, users, newSubscriptionId } = await order();
    assert.equal(state, 'completed');
    assert.deepEqual(
      audit.map(({ to }) => to),
      ['placed', 'provisioning', 'reassigning', 'cancellingOld', 'completed'],
    );
    assert.deepEqual(
      notices.map(({ kind, status }) => [kind, status]),
      [['completed', 'pending']],
    );
    assert.equal(users.moved, users.total);
    assert.ok(newSubscriptionId);
  });

  it('tells of every change after it is written, progress within a state too', async () => {
    await follow();
    const steps = changes.filter(([before, after]) => before !== after);
    assert.deepEqual(
      steps.map(([, after]) => after),
      ['provisioning', 'reassigning', 'cancellingOld', 'completed'],
    );
    assert.ok(changes.length > steps.length);
  });

  it('leaves an order alone that is at its end', async () => {
    await follow();
    const before = await orders.get(id);
    assert.equal(await worker().step(id), undefined);
    assert.deepEqual(await orders.get(id), before);
  });

  it('asks nothing about an order that does not exist', async () => {
    assert.equal(await worker().step('UPG-99999999'), undefined);
  });

  it('sends the stored request id with what was ordered', async () => {
    const take = sinon.spy(tenant.sandbox, 'place');
    await worker().step(id);
    const sent = take.firstCall.args[0];
    sinon.assert.match(sent, await tenant.request());
  });

  it('looks an order up before it places it: a crash between the two makes one operation', async () => {
    await sentOnce();
    const operationId = await tenant.placed();
    const take = sinon.spy(tenant.sandbox, 'place');
    await worker().step(id);
    assert.equal(take.callCount, 0);
    assert.equal((await order()).operationId, operationId);
    assert.equal((await operations()).length, 1);
  });

  it('does not place an order again after a time-out that had worked', async () => {
    const really = tenant.sandbox.place.bind(tenant.sandbox);
    const take = sinon.stub(tenant.sandbox, 'place').callsFake(async (request) => {
      await really(request);
      throw outage();
    });
    assert.ok((await worker().step(id)) instanceof UpgraderaError);
    assert.equal((await order()).operationId, undefined);
    await follow();
    assert.equal(take.callCount, 1);
    assert.equal((await operations()).length, 1);
    assert.equal((await order()).state, 'completed');
  });

  it('places an order again after a time-out that had not worked', async () => {
    const take = sinon.stub(tenant.sandbox, 'place');
    take.onFirstCall().rejects(outage());
    take.callThrough();
    await worker().step(id);
    await follow();
    assert.equal((await operations()).length, 1);
    assert.equal((await order()).state, 'completed');
  });

  it('does not place an order while it can not be looked up', async () => {
    await sentOnce();
    sinon.stub(tenant.sandbox, 'findOperation').rejects(outage());
    const take = sinon.spy(tenant.sandbox, 'place');
    await worker().step(id);
    assert.equal(take.callCount, 0);
  });

  it('makes one operation when two processes place the same order at once', async () => {
    await Promise.all([worker().step(id), worker().step(id)]);
    assert.equal((await operations()).length, 1);
    await follow();
    assert.deepEqual(
      (await order()).notices.map(({ kind }) => kind),
      ['completed'],
    );
  });

  it('takes the same order up after a restart', async () => {
    await follow(2);
    tenant.sandbox = tenant.restarted();
    await follow();
    assert.equal((await order()).state, 'completed');
    assert.equal((await operations()).length, 1);
  });

  it('writes a refusal down with its code, tells of it, and stops', async () => {
    const refusal: PlaceResult = { outcome: 'declined', code: 'SeatLimitExceeded' };
    sinon.stub(tenant.sandbox, 'place').resolves(refusal);
    await worker().step(id);
    const { state, failureCode, nextCheckAt, notices, audit } = await order();
    assert.equal(state, 'failed');
    assert.equal(failureCode, 'SeatLimitExceeded');
    assert.equal(nextCheckAt, undefined);
    assert.deepEqual(
      notices.map(({ kind }) => kind),
      ['failed'],
    );
    assert.equal(audit.at(-1)?.event, 'order.refused');
  });

  describe('when the service fails', () => {
    beforeEach(async () => {
      await follow(2);
    });

    it('changes nothing but the time of the next look', async () => {
      const before = await order();
      sinon.stub(tenant.sandbox, 'operation').rejects(outage());
      assert.equal(((await worker().step(id)) as UpgraderaError).code, 'upstream.unavailable');
      const after = await order();
      assert.equal(after.failedAttempts, 1);
      assert.deepEqual({ ...after, failedAttempts: 0, nextCheckAt: before.nextCheckAt }, before);
    });

    it('waits longer each time, five minutes at most, and never gives the order up', async () => {
      const { state } = await order();
      sinon.stub(tenant.sandbox, 'operation').rejects(outage());
      const waits: number[] = [];
      for (let look = 0; look < 12; look += 1) {
        await worker().step(id);
        const next = Temporal.Instant.from((await order()).nextCheckAt!);
        waits.push(tenant.realNow.until(next).total('seconds'));
        tenant.realNow = next;
      }
      assert.deepEqual(waits, [2, 4, 8, 16, 32, 64, 128, 256, 300, 300, 300, 300]);
      assert.equal((await order()).state, state);
    });

    it('goes on at the old pace as soon as it answers again', async () => {
      const look = sinon.stub(tenant.sandbox, 'operation');
      look.rejects(outage());
      await worker().step(id);
      await worker().step(id);
      look.restore();
      await worker().step(id);
      assert.equal((await order()).failedAttempts, 0);
      await follow();
      assert.equal((await order()).state, 'completed');
    });

    it('throws what the storage throws: nothing could be written', async () => {
      const full = new UpgraderaError('storage.unavailable', 'disk full');
      sinon.stub(orders, 'replace').rejects(full);
      await assert.rejects(worker().step(id), { code: 'storage.unavailable' });
    });
  });

  it('is not confused by another process that saw the end first', async () => {
    await follow(2);
    tenant.pass({ hours: 1 });
    await Promise.all([worker().step(id), worker().step(id), worker().step(id)]);
    const { state, nextCheckAt, notices, audit, failedAttempts } = await order();
    assert.equal(state, 'completed');
    assert.equal(nextCheckAt, undefined);
    assert.equal(failedAttempts, 0);
    assert.equal(notices.length, 1);
    assert.equal(audit.filter(({ to }) => to === 'completed').length, 1);
  });
});
