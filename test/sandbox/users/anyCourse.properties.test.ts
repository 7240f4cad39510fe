import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { DirectoryUser, LicenceChange } from '../../../commerce/ports/userLicences.ts';
import { skus } from '../../../sandbox/tenant/skus.ts';
import { runs } from '../../support/process/runs.ts';
import { SimulatedTenant, tenantId } from '../../support/tenant/simulatedTenant.ts';
import { TriedLicences } from '../../support/tenant/triedLicences.ts';

const { businessStandard, businessPremium, office365E3, microsoft365E3, visioPlan2 } = skus;
const products = [businessStandard, businessPremium, office365E3, microsoft365E3, visioPlan2];

/** One thing that happens in a tenant. */
type Event =
  | { kind: 'change'; users: number[]; add?: string; remove?: string; off: boolean }
  | { kind: 'upgrade'; target: string }
  | { kind: 'buy'; skuId: string }
  | { kind: 'group'; skuId: string }
  | { kind: 'pass'; seconds: number }
  | { kind: 'restart' }
  | { kind: 'reset' };

const product = fc.constantFrom(...products);
const maybe = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: undefined });
const event: fc.Arbitrary<Event> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc
      .record({
        users: fc.uniqueArray(fc.nat(120), { minLength: 1, maxLength: 20 }),
        add: maybe(product),
        remove: maybe(product),
        off: fc.boolean(),
      })
      .map(
        ({ add, remove, ...rest }): Event => ({
          kind: 'change',
          ...rest,
          ...(add && { add }),
          ...(remove && { remove }),
        }),
      ),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('upgrade'), target: product }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('buy'), skuId: product }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('group'), skuId: product }) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('pass'),
      seconds: fc.constantFrom(1, 6, 9, 20, 7200),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constantFrom('restart', 'reset') }) },
);
const scenario = fc.constantFrom(
  'happy',
  'customised-services',
  'group-licensing',
  'partial-failure',
  'duplicate-product',
  'license-conflict',
  'add-on',
  'many-products',
);

async function happens(tenant: SimulatedTenant, tried: TriedLicences, { ...one }: Event) {
  switch (one.kind) {
    case 'change': {
      const all = await tried.all();
      const chosen = one.users.flatMap((at) => all[at] ?? []);
      const services = one.add ? await tried.services(one.add) : [];
      const disabledPlans = one.off ? services.slice(0, 2).map(({ id }) => id) : [];
      const add = one.add ? [{ skuId: one.add, disabledPlans }] : [];
      const remove = one.remove && one.remove !== one.add ? [one.remove] : [];
      const changes = chosen.map(({ id }): LicenceChange => ({ userId: id, add, remove }));
      const outcomes = await tried.change(...changes);
      await judged(tried, chosen, changes, outcomes);
      return;
    }
    case 'upgrade': {
      const [first] = await tenant.sandbox.subscriptions(tenantId);
      if (!first) return;
      const clientRequestId = String(tenant.realNow.epochNanoseconds);
      const quantity = 400;
      await tenant.placed({ targetSkuId: one.target, quantity, clientRequestId });
      return;
    }
    case 'buy':
      await tenant.sandbox.buy(tenantId, one.skuId, 17);
      return;
    case 'group':
      await tenant.sandbox.changeGroup(tenantId, 'lager', one.skuId);
      return;
    case 'pass':
      tenant.pass({ seconds: one.seconds });
      return;
    case 'restart':
      tenant.sandbox = tenant.restarted();
      return;
    case 'reset':
      await tenant.sandbox.reset(tenantId);
  }
}

/** Who was changed has what was asked for, who was not has what they had. */
async function judged(
  tried: TriedLicences,
  before: DirectoryUser[],
  changes: LicenceChange[],
  outcomes: Awaited<ReturnType<TriedLicences['change']>>,
) {
  const after = await tried.byIds(...before.map(({ id }) => id));
  for (const [at, user] of before.entries()) {
    const change = changes[at]!;
    const now = after.find(({ id }) => id === user.id)!;
    if (outcomes[at]?.outcome !== 'changed') {
      assert.deepEqual(now, user);
      continue;
    }
    const added = change.add.map(({ skuId }) => skuId);
    const kept = (of: DirectoryUser) =>
      of.assignments.filter(
        ({ skuId, group }) => group || !(added.includes(skuId) || change.remove.includes(skuId)),
      );
    assert.deepEqual(kept(now), kept(user));
    for (const { skuId, disabledPlans } of change.add) {
      const direct = now.assignments.find((one) => one.skuId === skuId && !one.group);
      assert.deepEqual(direct?.disabledPlans, disabledPlans);
    }
    assert.ok(!now.assignments.some((one) => change.remove.includes(one.skuId) && !one.group));
  }
}

/** What is counted is what is there, user by user. */
async function agrees({ sandbox }: SimulatedTenant, tried: TriedLicences) {
  const users = await tried.all();
  const counted = await sandbox.assignedLicences(tenantId);
  const having = (skuId: string) =>
    users.flatMap(({ assignments }) => {
      const held = assignments.filter((one) => one.skuId === skuId);
      return held.length > 0 ? [held] : [];
    });
  const seen = new Set(users.flatMap(({ assignments }) => assignments.map(({ skuId }) => skuId)));
  for (const skuId of new Set([...counted.keys(), ...seen])) {
    const held = having(skuId);
    assert.equal(counted.get(skuId), held.length, skuId);
    const { turnedOff, groups } = await sandbox.licensing(tenantId, skuId);
    const offs = held.flatMap(([first, ...others]) =>
      (first?.disabledPlans ?? []).filter((plan) =>
        others.every(({ disabledPlans }) => disabledPlans.includes(plan)),
      ),
    );
    const sum = (counts: { users: number }[]) => counts.reduce((all, one) => all + one.users, 0);
    assert.equal(sum(turnedOff), offs.length);
    assert.equal(sum(groups), held.flat().filter(({ group }) => group).length);
    const { bought } = (await tried.capacity(skuId)) as { bought: number };
    const over = await sandbox.overAssigned(tenantId, skuId);
    assert.equal(over.length, Math.max(0, held.length - bought));
  }
}

describe('A simulated tenant, whatever is done to it', () => {
  it('counts the licences that its users have, and changes what was asked for alone', async () => {
    await fc.assert(
      fc.asyncProperty(scenario, fc.array(event, { maxLength: 9 }), async (name, events) => {
        const tenant = new SimulatedTenant();
        await tenant.sandbox.setScenario(tenantId, name);
        for (const one of events) {
          const tried = new TriedLicences(tenant.sandbox.licences, tenantId);
          await happens(tenant, tried, one);
          await agrees(tenant, new TriedLicences(tenant.sandbox.licences, tenantId));
        }
      }),
      { numRuns: runs / 4 },
    );
  });
});
