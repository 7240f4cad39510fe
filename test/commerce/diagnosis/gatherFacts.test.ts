import assert from 'node:assert/strict';
import { setImmediate } from 'node:timers/promises';
import sinon from 'sinon';
import { UpgraderaError } from '../../../commerce/base/errors.ts';
import { type FactSources, gatherFacts } from '../../../commerce/diagnosis/gatherFacts.ts';
import type { Order } from '../../../commerce/model/order.ts';
import { isKnown } from '../../../commerce/model/unknown.ts';
import { skus } from '../../../sandbox/tenant/skus.ts';
import { openOrder } from '../../support/tenant/clearFacts.ts';
import { MemoryFirstAttempts } from '../../support/tenant/memoryFirstAttempts.ts';
import {
  catalog,
  SimulatedTenant,
  tenantId,
  userId,
} from '../../support/tenant/simulatedTenant.ts';

describe('Gathering facts', () => {
  let tenant: SimulatedTenant;
  let orders: Order[];
  let firstAttempts: MemoryFirstAttempts;
  beforeEach(() => {
    tenant = new SimulatedTenant();
    orders = [];
    firstAttempts = new MemoryFirstAttempts();
  });

  const sources = (): FactSources => ({
    seller: tenant.sandbox,
    directory: tenant.sandbox,
    clock: tenant.sandbox,
    catalog,
    firstAttempts,
    orders: { listByTenant: async () => orders } as unknown as FactSources['orders'],
  });

  it('sorts the offers into plans that keep the data safe and plans that lose some', async () => {
    const { id } = await tenant.first();
    const facts = await gatherFacts(sources(), tenantId, userId, id);
    assert.equal(facts.plan?.skuId, skus.businessStandard);
    const targets = facts.targets.targets.map(({ plan }) => plan.skuId);
    assert.ok(targets.includes(skus.businessPremium));
    assert.ok(!targets.includes(skus.appsForEnterprise));
  });

  it('counts the seats of other Business plans towards the cap', async () => {
    await tenant.sandbox.setScenario(tenantId, 'many-products');
    const subscriptions = await tenant.sandbox.subscriptions(tenantId);
    const e1 = subscriptions.find(({ skuId }) => skuId === skus.office365E1);
    const facts = await gatherFacts(sources(), tenantId, userId, e1?.id ?? '');
    assert.equal(e1?.quantity, 150);
    assert.deepEqual(
      facts.targets.excluded.map(({ plan, why }) => [plan.skuId, why]),
      [],
    );
    const first = await tenant.placed({ quantity: 160 });
    assert.doesNotMatch(first, /declined/);
    tenant.pass({ seconds: 20 });
    const later = await gatherFacts(sources(), tenantId, userId, e1?.id ?? '');
    assert.deepEqual(
      later.targets.excluded.map(({ plan, why }) => [plan.skuId, why]),
      [[skus.businessPremium, 'seatCap']],
    );
  });

  it('takes only those orders that are not over', async () => {
    orders = [{ ...openOrder, state: 'completed' }, openOrder, { ...openOrder, state: 'declined' }];
    const { id } = await tenant.first();
    const facts = await gatherFacts(sources(), tenantId, userId, id);
    assert.deepEqual(facts.openOrders, [openOrder]);
  });

  it('leaves a product that the catalogue does not know without plan and targets', async () => {
    const { id } = await tenant.first();
    const blank = { ...catalog, find: () => undefined };
    const facts = await gatherFacts({ ...sources(), catalog: blank }, tenantId, userId, id);
    assert.equal(facts.plan, undefined);
    assert.deepEqual(facts.targets, { targets: [], excluded: [] });
  });

  it('knows no facts about a subscription that the tenant does not have', async () => {
    const [other] = await tenant.sandbox.subscriptions('tenant-2');
    await assert.rejects(gatherFacts(sources(), tenantId, userId, other?.id ?? ''), {
      code: 'subscription.unknown',
    });
  });

  it('names the users beyond the licences, and asks for them only where there are any', async () => {
    const asked = sinon.spy(tenant.sandbox, 'overAssigned');
    const happy = await tenant.first();
    await gatherFacts(sources(), tenantId, userId, happy.id);
    assert.equal(asked.callCount, 0);
    await tenant.sandbox.setScenario(tenantId, 'license-conflict');
    const { id } = await tenant.first();
    const { overAssigned } = await gatherFacts(sources(), tenantId, userId, id);
    assert.ok(isKnown(overAssigned));
    assert.equal(new Set(overAssigned.map(({ userName }) => userName)).size, 3);
  });

  it('takes what is owned from who has just asked', async () => {
    const { id } = await tenant.first();
    const owned = Promise.resolve(await tenant.subscriptions());
    const asked = sinon.spy(tenant.sandbox, 'subscriptions');
    const facts = await gatherFacts(sources(), tenantId, userId, id, owned);
    assert.equal(asked.callCount, 0);
    assert.equal(facts.subscription.id, id);
  });

  it('asks for the licences of the product while other answers are on their way', async () => {
    const { id } = await tenant.first();
    const licensing = sinon.spy(tenant.sandbox, 'licensing');
    const { seller, ...others } = sources();
    const waiting = Promise.withResolvers<never>();
    const slow = new Proxy(seller, {
      get: (target, name) =>
        name === 'eligibility'
          ? () => waiting.promise
          : Reflect.get(target, name, target).bind(target),
    });
    const gathered = gatherFacts({ ...others, seller: slow }, tenantId, userId, id);
    await setImmediate();
    assert.equal(licensing.callCount, 1);
    waiting.reject(new UpgraderaError('upstream.unavailable', 'at last'));
    await assert.rejects(gathered, { code: 'upstream.unavailable' });
  });

  it('takes nobody for everybody where users beyond the licences can not be named', async () => {
    await tenant.sandbox.setScenario(tenantId, 'license-conflict');
    const { id } = await tenant.first();
    const outage = new UpgraderaError('upstream.unavailable', 'status 503');
    sinon.stub(tenant.sandbox, 'overAssigned').rejects(outage);
    const down = await gatherFacts(sources(), tenantId, userId, id);
    assert.equal(down.overAssigned, 'unknown');
    await tenant.sandbox.setRole(tenantId, userId, 'reader');
    const reader = await gatherFacts(sources(), tenantId, userId, id);
    assert.equal(reader.overAssigned, 'unknown');
  });

  it('counts a busy channel from the first attempt, and forgets it after a day', async () => {
    await tenant.sandbox.setScenario(tenantId, 'high-volume');
    const { id } = await tenant.first();
    const stored = await tenant.tenants.load(tenantId);
    const { repairs: _, ...busy } = stored!.value as { repairs: unknown };
    await tenant.tenants.save(tenantId, busy, stored!.version);
    const since = async () => (await gatherFacts(sources(), tenantId, userId, id)).busySince;
    assert.equal(await since(), '2026-11-23T12:00:00Z');
    tenant.pass({ minutes: 50 });
    assert.equal(await since(), '2026-11-23T12:00:00Z');
    tenant.pass({ hours: 24 });
    assert.equal(await since(), '2026-11-24T12:50:00Z');
  });

  it('knows of no first attempt while nothing is refused', async () => {
    const { id } = await tenant.first();
    assert.equal('busySince' in (await gatherFacts(sources(), tenantId, userId, id)), false);
  });
});
