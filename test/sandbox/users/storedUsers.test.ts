import assert from 'node:assert/strict';
import { UpgraderaError } from '../../../commerce/base/errors.ts';
import type { LicenceChange } from '../../../commerce/ports/userLicences.ts';
import type { Sandbox } from '../../../sandbox/sandbox.ts';
import { skus } from '../../../sandbox/tenant/skus.ts';
import { tenantDocumentSchema } from '../../../sandbox/tenant/tenantState.ts';
import { SimulatedTenant, tenantId } from '../../support/tenant/simulatedTenant.ts';
import { reasonsOf, TriedLicences } from '../../support/tenant/triedLicences.ts';

const { office365E3, microsoft365E5, businessStandard, businessPremium, visioPlan2 } = skus;

/** Notes what is read and written, by key and number of characters. */
function watched({ tenants }: SimulatedTenant) {
  const read: string[] = [];
  const written: { key: string; length: number }[] = [];
  const { load, save } = tenants;
  tenants.load = (key) => {
    read.push(key);
    return load.call(tenants, key);
  };
  tenants.save = (key, value, version) => {
    written.push({ key, length: JSON.stringify(value).length });
    return save.call(tenants, key, value, version);
  };
  return { read, written };
}

const swaps = (ids: readonly string[], from: string, to: string): LicenceChange[] =>
  ids.map((userId) => ({ userId, add: [{ skuId: to, disabledPlans: [] }], remove: [from] }));

describe('The stored users of a simulated tenant', () => {
  let tenant: SimulatedTenant;
  const tried = (sandbox: Sandbox = tenant.sandbox) =>
    new TriedLicences(sandbox.licences, tenantId);
  const ids = async (skuId: string) => (await tried().all({ skuId })).map(({ id }) => id);
  beforeEach(() => {
    tenant = new SimulatedTenant();
  });

  it('may be 10,000: a change of 20 writes no more than among few, and a turn reads none of them', async () => {
    await tenant.sandbox.setScenario(tenantId, 'big-tenant');
    await tenant.sandbox.buy(tenantId, microsoft365E5, 10_000);
    const all = await ids(office365E3);
    assert.equal(all.length, 10_000);
    const { read, written } = watched(tenant);
    for (let from = 0; from < all.length; from += 100) {
      written.length = 0;
      const some = swaps(all.slice(from, from + 20), office365E3, microsoft365E5);
      const outcomes = await tenant.sandbox.licences.change(tenantId, some);
      assert.deepEqual(new Set(reasonsOf(outcomes)), new Set(['changed']));
      assert.ok(written.length <= 2, 'the tenant, and the users of the change before');
      for (const { length } of written) assert.ok(length < 40_000, String(length));
    }
    read.length = 0;
    const counted = await tenant.sandbox.assignedLicences(tenantId);
    await tenant.sandbox.licensing(tenantId, microsoft365E5);
    await tenant.sandbox.subscriptions(tenantId);
    assert.deepEqual(new Set(read), new Set([tenantId]));
    assert.deepEqual([counted.get(office365E3), counted.get(microsoft365E5)], [8_000, 2_000]);
    tenant.sandbox = tenant.restarted();
    const isMoved = (at: number) => at % 100 < 20;
    assert.deepEqual(
      await ids(microsoft365E5),
      all.filter((_, at) => isMoved(at)),
    );
    assert.deepEqual(
      await ids(office365E3),
      all.filter((_, at) => !isMoved(at)),
    );
  });

  it('are right after a process that died before their own documents were written', async () => {
    await tenant.sandbox.buy(tenantId, businessPremium, 5);
    const [one = '', other = ''] = await ids(businessStandard);
    const { save } = tenant.tenants;
    tenant.tenants.save = async (key, ...rest) => {
      if (key !== tenantId) throw new UpgraderaError('storage.unavailable', key);
      return save.call(tenant.tenants, key, ...rest);
    };
    const swap = (id: string) => tried().change(...swaps([id], businessStandard, businessPremium));
    assert.deepEqual(reasonsOf(await swap(one)), ['changed']);
    tenant.sandbox = tenant.restarted();
    assert.deepEqual(await ids(businessPremium), [one]);
    assert.equal((await tenant.sandbox.assignedLicences(tenantId)).get(businessPremium), 1);
    await assert.rejects(swap(other), { code: 'storage.unavailable' });
    assert.deepEqual(await ids(businessPremium), [one]);
    tenant.tenants.save = save;
    assert.deepEqual(reasonsOf(await swap(other)), ['changed']);
    assert.deepEqual(await ids(businessPremium), [one, other]);
    assert.equal((await tenant.sandbox.assignedLicences(tenantId)).get(businessStandard), 20);
  });

  it('are changed by several processes at once as if by one after the other', async () => {
    await tenant.sandbox.buy(tenantId, businessPremium, 3);
    const all = await ids(businessStandard);
    const processes = all.slice(0, 8).map(() => tried(tenant.restarted()));
    const outcomes = await Promise.all(
      processes.map((process, at) =>
        process.change(...swaps(all.slice(at, at + 1), businessStandard, businessPremium)),
      ),
    );
    const changed = outcomes.flatMap((one) => reasonsOf(one)).filter((one) => one === 'changed');
    assert.equal(changed.length, 3);
    assert.equal((await ids(businessPremium)).length, 3);
    assert.equal((await ids(businessStandard)).length, 19);
    assert.deepEqual(await tried().capacity(businessPremium), { bought: 3, assigned: 3 });
  });

  it('are those of the first day when a tenant begins anew, also for who was about to write', async () => {
    await tenant.sandbox.buy(tenantId, businessPremium, 5);
    const before = await tried().all();
    const some = before.slice(0, 4).map(({ id }) => id);
    await tried().change(...swaps(some, businessStandard, businessPremium));
    await tried().change(...swaps(some.slice(0, 1), businessPremium, businessStandard));
    await tenant.sandbox.reset(tenantId);
    const firstDay = before.map(({ lastSignIn: _, ...user }) => user);
    const now = async () => (await tried().all()).map(({ lastSignIn: _, ...user }) => user);
    assert.deepEqual(await now(), firstDay);
    await tried().change({ userId: some[3] ?? '', add: [], remove: [businessStandard] });
    assert.deepEqual((await now()).slice(0, 3), firstDay.slice(0, 3));
    assert.deepEqual((await now())[3]?.assignments, []);
  });

  it('have the new plan with every service as an upgrade moves them, but those whom it leaves behind', async () => {
    await tenant.sandbox.setScenario(tenantId, 'partial-failure');
    const [first, , third] = await tried().all();
    const off = (await tried().services(businessStandard)).slice(0, 1).map(({ id }) => id);
    const add = [{ skuId: businessStandard, disabledPlans: off }];
    await tried().change({ userId: first?.id ?? '', add, remove: [] });
    await tried().change({ userId: third?.id ?? '', add: [], remove: [businessStandard] });
    const operationId = await tenant.placed({ quantity: 60 });
    tenant.pass({ seconds: 20 });
    const { users } = await tenant.sandbox.operation(tenantId, operationId);
    assert.deepEqual([users.moved, users.total, users.failures.length], [45, 57, 12]);
    const after = await tried().all({ skuId: businessPremium });
    assert.equal(after.length, 45);
    for (const { assignments } of after) {
      const held = assignments.find(({ skuId }) => skuId === businessPremium);
      assert.deepEqual(held?.disabledPlans, []);
    }
    const left = await tried().all({ skuId: businessStandard });
    assert.deepEqual(
      left.map(({ userName }) => userName).sort(),
      users.failures.map(({ userName }) => userName).sort(),
    );
  });

  it('wait with what an upgrade is about to move', async () => {
    const [one = ''] = await ids(businessStandard);
    await tenant.placed();
    tenant.pass({ seconds: 6 });
    const remove = { userId: one, add: [], remove: [businessStandard] };
    const [outcome] = await tried().change(remove);
    assert.deepEqual(outcome, { outcome: 'later', afterSeconds: 7 });
    tenant.pass({ seconds: 7 });
    assert.deepEqual(await tried().change(remove), [{ outcome: 'changed' }]);
    assert.equal((await ids(businessPremium)).length, 22);
  });

  it('have what their group gives instead, in one moment and with all else that they have (R88)', async () => {
    await tenant.sandbox.setScenario(tenantId, 'group-licensing');
    const { changeGroup } = tenant.sandbox;
    const change = (name: string) =>
      changeGroup.call(tenant.sandbox, tenantId, name, businessPremium);
    assert.equal(await change('Lager'), false);
    await tenant.sandbox.buy(tenantId, businessPremium, 10);
    assert.equal(await change('Nobody'), false);
    const before = await tried().all();
    const inGroup = before.filter(({ assignments }) => assignments.some(({ group }) => group));
    const [member] = inGroup.filter(({ assignments }) => assignments[0]?.group?.name === 'Lager');
    await tenant.sandbox.buy(tenantId, skus.copilot, 1);
    const add = [{ skuId: skus.copilot, disabledPlans: [] }];
    await tried().change({ userId: member?.id ?? '', add, remove: [] });
    assert.equal(await change('lager'), true);
    assert.equal(await change('Säljare'), false, 'there are only seven licences left');
    const expected = (await tried().all()).filter(({ assignments }) =>
      assignments.some(({ skuId, group }) => skuId === businessPremium && group?.name === 'Lager'),
    );
    assert.equal(expected.length, 3);
    assert.ok(
      expected.some(({ assignments }) => assignments.some((one) => one.skuId === skus.copilot)),
    );
    const { groups } = await tenant.sandbox.licensing(tenantId, businessPremium);
    assert.deepEqual(groups, [{ name: 'Lager', users: 3 }]);
    assert.deepEqual((await tenant.sandbox.licensing(tenantId, businessStandard)).groups, [
      { name: 'Säljare', users: 8 },
    ]);
    assert.deepEqual(await tried().capacity(businessPremium), { bought: 10, assigned: 3 });
  });

  it('are checked as what they are, and read as they were once stored', async () => {
    await tenant.sandbox.buy(tenantId, businessPremium, 5);
    const [one = '', other = ''] = await ids(businessStandard);
    for (const id of [one, other]) {
      await tried().change(...swaps([id], businessStandard, businessPremium));
    }
    const { documents } = tenant.tenants;
    assert.deepEqual([...documents.keys()], [tenantId, `${tenantId} users 0`]);
    for (const { text } of documents.values()) {
      assert.ok(tenantDocumentSchema.safeParse(JSON.parse(text)).success);
    }
    assert.ok(!tenantDocumentSchema.safeParse({ v: 1, last: 1, users: { 0: {} } }).success);
    const shard = {
      v: 1,
      last: 2,
      users: {
        0: {
          at: '2026-11-23T12:00:00Z',
          licences: [{ skuId: visioPlan2, off: ['a'], group: { id: 'g', name: 'Lager' } }],
        },
      },
    };
    documents.set(`${tenantId} users 0`, { text: JSON.stringify(shard), version: 7 });
    assert.deepEqual((await tried().byIds(one))[0]?.assignments, [
      { skuId: visioPlan2, disabledPlans: ['a'], group: { id: 'g', name: 'Lager' } },
    ]);
    documents.set(`${tenantId} users 0`, { text: '{"v":1}', version: 7 });
    await assert.rejects(tried().byIds(one), { code: 'storage.damaged' });
  });
});
