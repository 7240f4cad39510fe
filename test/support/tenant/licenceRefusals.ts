/** What every directory refuses that gives licences to users, and in which words. */
import assert from 'node:assert/strict';
import type { DirectoryUser, LicenceChange } from '../../../commerce/ports/userLicences.ts';
import { skus } from '../../../sandbox/tenant/skus.ts';
import { type LicencesBench, nobody, reasonsOf, swap, TriedLicences } from './triedLicences.ts';

const { businessStandard, businessPremium, exchangePlan2, teamsPhone } = skus;

interface Refusal {
  what: string;
  bought?: string;
  change: (user: DirectoryUser) => LicenceChange;
  reason: string;
}
const refusals: Refusal[] = [
  {
    what: 'two plans of a service that exclude each other',
    bought: exchangePlan2,
    change: ({ id }) => ({
      userId: id,
      add: [{ skuId: exchangePlan2, disabledPlans: [] }],
      remove: [],
    }),
    reason: 'MutuallyExclusiveViolation',
  },
  {
    what: 'a service without the one that it needs',
    bought: teamsPhone,
    change: ({ id }) => ({
      userId: id,
      add: [{ skuId: teamsPhone, disabledPlans: [] }],
      remove: [businessStandard],
    }),
    reason: 'DependencyViolation',
  },
  {
    what: 'a service that the product does not have here',
    bought: businessPremium,
    change: (user) => swap(user, ['22222222-2222-4222-8222-222222222222']),
    reason: 'Other',
  },
  { what: 'a product that nobody bought', change: (user) => swap(user), reason: 'Other' },
  {
    what: 'a user who is not there',
    bought: businessPremium,
    change: () => swap({ id: nobody }),
    reason: 'UnknownUser',
  },
];
export function licenceRefusals(bench: () => LicencesBench): void {
  let tenant: TriedLicences;
  const begin = async (scenario: string): Promise<TriedLicences> => {
    const tenantId = await bench().add(scenario);
    return new TriedLicences(bench().licences, tenantId);
  };
  beforeEach(async () => {
    tenant = await begin('happy');
  });

  for (const { what, bought, change: asked, reason } of refusals) {
    it(`refuses ${what}, and leaves the user as is`, async () => {
      if (bought !== undefined) assert.ok(await bench().sandbox.buy(tenant.tenantId, bought, 5));
      const user = await tenant.first(businessStandard);
      assert.deepEqual(reasonsOf(await tenant.change(asked(user))), [reason]);
      assert.deepEqual(await tenant.now(user), user);
    });
  }

  it('does not take from a user what a group gives (R88)', async () => {
    tenant = await begin('group-licensing');
    await bench().sandbox.buy(tenant.tenantId, businessPremium, 30);
    const users = await tenant.all({ skuId: businessStandard });
    const ofGroups = users.filter(({ assignments }) => assignments.some(({ group }) => group));
    assert.equal(ofGroups.length, 11);
    const [user] = ofGroups;
    assert.ok(user);
    assert.deepEqual(reasonsOf(await tenant.change(swap(user))), ['GroupAssigned']);
    assert.deepEqual(await tenant.now(user), user);
  });

  it('gives nothing to whom something stands in the way, until that is mended (R49)', async () => {
    tenant = await begin('partial-failure');
    await bench().sandbox.buy(tenant.tenantId, businessPremium, 58);
    const users = (await tenant.all({ skuId: businessStandard })).slice(-12).reverse();
    assert.equal(users.filter(({ usageLocation }) => usageLocation === undefined).length, 1);
    const expected = [
      ...Array<string>(5).fill('MutuallyExclusiveViolation'),
      ...Array<string>(4).fill('DependencyViolation'),
      'ProhibitedInUsageLocationViolation',
      'UniquenessViolation',
      'Other',
    ];
    const changes = users.map((user) => swap(user));
    assert.deepEqual(reasonsOf(await tenant.change(...changes)), expected);
    await bench().sandbox.moveTime(tenant.tenantId, Temporal.Duration.from({ hours: 2 }));
    assert.deepEqual(new Set(reasonsOf(await tenant.change(...changes))), new Set(['changed']));
    assert.ok((await tenant.now(users[9] ?? assert.fail())).usageLocation);
  });
}
