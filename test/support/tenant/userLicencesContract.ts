/** What every directory has to keep that gives licences to users. */
import assert from 'node:assert/strict';
import type { DirectoryUser } from '../../../commerce/ports/userLicences.ts';
import { skus } from '../../../sandbox/tenant/skus.ts';
import { catalog } from './simulatedTenant.ts';
import {
  type LicencesBench,
  nobody,
  planId,
  reasonsOf,
  swap,
  TriedLicences,
} from './triedLicences.ts';

const { businessStandard, businessPremium, visioPlan2 } = skus;

export function userLicencesContract(bench: () => LicencesBench): void {
  let tenant: TriedLicences;
  const begin = async (scenario: string): Promise<TriedLicences> => {
    const tenantId = await bench().add(scenario);
    return new TriedLicences(bench().licences, tenantId);
  };
  beforeEach(async () => {
    tenant = await begin('happy');
  });

  for (const scenario of ['happy', 'customised-services', 'group-licensing', 'many-products']) {
    it(`tells of every user exactly once, and of nobody else: ${scenario}`, async () => {
      tenant = await begin(scenario);
      const users = await tenant.all();
      assert.equal(new Set(users.map(({ id }) => id)).size, users.length);
      const assigned = await bench().sandbox.assignedLicences(tenant.tenantId);
      for (const [skuId, count] of assigned) {
        const having = users.filter(({ assignments }) =>
          assignments.some((one) => one.skuId === skuId),
        );
        assert.equal(having.length, count);
        assert.deepEqual(await tenant.all({ skuId }), having);
      }
    });
  }

  it('finds users by department and by the beginning of a name, in any case', async () => {
    const users = await tenant.all();
    const [, , someone] = users;
    assert.ok(someone?.department);
    const { department, name, userName } = someone;
    assert.deepEqual(
      await tenant.all({ department: department.toUpperCase() }),
      users.filter((one) => one.department === department),
    );
    for (const search of [name.slice(0, 6).toUpperCase(), userName.slice(0, 8)]) {
      const found = await tenant.all({ search });
      assert.ok(found.some(({ id }) => id === someone.id));
      assert.ok(found.length < users.length);
    }
    assert.deepEqual(await tenant.all({ search: "O'Nobody" }), []);
    assert.deepEqual(await tenant.all({ department, skuId: visioPlan2, search: 'zz' }), []);
  });

  it('finds a group by its whole name, in any case, and those of its members who have a product', async () => {
    const users = await tenant.all();
    const { department = '' } = users.find((one) => one.department) ?? {};
    const [group, ...others] = await tenant.groups(department.toUpperCase());
    assert.ok(group && others.length === 0);
    const members = users.filter((one) => one.department === department);
    const idsOf = (some: readonly DirectoryUser[]) => some.map(({ id }) => id);
    assert.deepEqual(idsOf(await tenant.all({ groupId: group.id })), idsOf(members));
    assert.deepEqual(
      idsOf(await tenant.all({ groupId: group.id, skuId: visioPlan2 })),
      idsOf(members.filter((one) => one.assignments.some(({ skuId }) => skuId === visioPlan2))),
    );
    assert.deepEqual(await tenant.groups(department.slice(0, -1)), []);
    assert.deepEqual(await tenant.groups("O'Nobody"), []);
  });

  it('tells of users by their ids, and leaves out who is not there', async () => {
    const users = await tenant.all();
    const other = await (await begin('happy')).all();
    const wanted = users.slice(3, 6).map(({ id }) => id);
    const found = await tenant.byIds(...wanted, nobody, 'nobody', other[0]?.id ?? '');
    assert.deepEqual(
      found.map(({ id }) => id),
      wanted,
    );
  });

  it('knows what a product contains here, which is not all that is published, and nothing of others', async () => {
    const services = await tenant.services(businessStandard.toUpperCase());
    const published = catalog.plan(businessStandard).servicePlans;
    assert.ok(services.length > 20 && services.length < published.length);
    for (const { id, name } of services) {
      assert.equal(published.find((plan) => plan.id.toLowerCase() === id)?.name, name);
    }
    assert.deepEqual(await tenant.services(skus.office365E5), []);
  });

  it('swaps one licence in one call, and touches nothing else of that user or of others', async () => {
    await bench().sandbox.buy(tenant.tenantId, businessPremium, 5);
    const before = await tenant.all();
    const user = await tenant.first(visioPlan2);
    const off = [planId(businessPremium, 'SHAREPOINTSTANDARD')];
    assert.deepEqual(await tenant.change(swap(user, off)), [{ outcome: 'changed' }]);
    const after = await tenant.all();
    const expected = before.map((one) =>
      one.id === user.id
        ? {
            ...one,
            assignments: [
              ...one.assignments.filter(({ skuId }) => skuId !== businessStandard),
              { skuId: businessPremium, disabledPlans: off },
            ],
          }
        : one,
    );
    const sorted = (users: DirectoryUser[]) =>
      users.map((one) => ({
        ...one,
        assignments: [...one.assignments].sort((a, b) => a.skuId.localeCompare(b.skuId)),
      }));
    assert.deepEqual(sorted(after), sorted(expected));
    assert.deepEqual(await tenant.capacity(businessPremium), {
      bought: 5,
      assigned: 1,
    });
    assert.deepEqual(await tenant.capacity(businessStandard), {
      bought: 25,
      assigned: 21,
    });
  });

  it('leaves other tenants as they are', async () => {
    const other = await begin('happy');
    const before = await other.all();
    const user = await tenant.first(businessStandard);
    await tenant.change({ userId: user.id, add: [], remove: [businessStandard] });
    assert.deepEqual(await other.all(), before);
    const [stranger] = before;
    const outcomes = await tenant.change({
      userId: stranger?.id ?? '',
      add: [],
      remove: [businessStandard],
    });
    assert.deepEqual(reasonsOf(outcomes), ['UnknownUser']);
    assert.deepEqual(await other.all(), before);
  });

  it('takes a repeated change for the same one', async () => {
    await bench().sandbox.buy(tenant.tenantId, businessPremium, 2);
    const user = await tenant.first(businessStandard);
    const off = [planId(businessPremium, 'TEAMS1')];
    await tenant.change(swap(user, off));
    const once = await tenant.now(user);
    assert.deepEqual(await tenant.change(swap(user, off)), [{ outcome: 'changed' }]);
    assert.deepEqual(await tenant.now(user), once);
    assert.deepEqual(await tenant.capacity(businessPremium), {
      bought: 2,
      assigned: 1,
    });
  });

  it('turns services off and on of a licence that stays', async () => {
    const user = await tenant.first(businessStandard);
    for (const off of [[planId(businessStandard, 'TEAMS1')], []]) {
      const add = [{ skuId: businessStandard, disabledPlans: off }];
      assert.deepEqual(await tenant.change({ userId: user.id, add, remove: [] }), [
        { outcome: 'changed' },
      ]);
      const { assignments } = await tenant.now(user);
      assert.deepEqual(
        assignments.find(({ skuId }) => skuId === businessStandard)?.disabledPlans,
        off,
      );
    }
  });

  it('gives no more licences than were bought, each user judged by itself', async () => {
    await bench().sandbox.buy(tenant.tenantId, businessPremium, 2);
    const users = (await tenant.all({ skuId: businessStandard })).slice(0, 4);
    assert.deepEqual(reasonsOf(await tenant.change(...users.map((user) => swap(user)))), [
      'changed',
      'changed',
      'CountViolation',
      'CountViolation',
    ]);
    assert.deepEqual(await tenant.capacity(businessPremium), {
      bought: 2,
      assigned: 2,
    });
    assert.equal((await tenant.all({ skuId: businessStandard })).length, 20);
  });

  it('takes no more than 20 at once', async () => {
    const changes = Array.from({ length: 21 }, () => swap({ id: nobody }));
    await assert.rejects(async () => tenant.change(...changes), {
      code: 'upstream.refused',
    });
    const ids = changes.map(({ userId }) => userId);
    await assert.rejects(async () => tenant.byIds(...ids), { code: 'upstream.refused' });
  });
}
