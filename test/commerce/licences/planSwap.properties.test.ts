import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isSwapped, planSwap } from '../../../commerce/licences/planSwap.ts';
import { serviceFamily } from '../../../commerce/licences/serviceFamilies.ts';
import type { DirectoryUser } from '../../../commerce/ports/userLicences.ts';
import { runs } from '../../support/process/runs.ts';
import { MemoryLicences } from '../../support/tenant/memoryLicences.ts';
import { people, products, sku } from '../../support/tenant/moveDesk.ts';

const swap = { sourceSkuId: sku.e3, targetSkuId: sku.e5 };
const services = { source: products[sku.e3]!, target: products[sku.e5]! };
const { visio } = sku;

const planIds = (skuId: string) => fc.subarray(products[skuId]!.map(({ id }) => id));
const group = fc.option(fc.constant({ id: 'g', name: 'Sales' }), { nil: undefined });
const licence = (skuId: string) =>
  fc.record({ disabledPlans: planIds(skuId), group }).map(({ disabledPlans, group: by }) => ({
    skuId,
    disabledPlans,
    ...(by ? { group: by } : {}),
  }));
const assignments = fc
  .tuple(...[sku.e3, sku.e5, visio].map((skuId) => fc.array(licence(skuId), { maxLength: 1 })))
  .map((each) => each.flat());
const anyUser: fc.Arbitrary<DirectoryUser> = fc
  .record({ assignments, usageLocation: fc.constantFrom('SE', undefined) })
  .map(({ assignments: has, usageLocation }) => {
    const { usageLocation: _, ...rest } = people(1)[0]!;
    return { ...rest, assignments: has, ...(usageLocation ? { usageLocation } : {}) };
  });

describe('One user moved from one product to another', () => {
  it('has exactly one of the two afterwards, and everything else as before', async () => {
    await fc.assert(
      fc.asyncProperty(anyUser, async (user) => {
        const licences = new MemoryLicences([user], products);
        const plan = planSwap(user, swap, services);
        if (!('change' in plan)) {
          const untouched = ['group', 'noLocation', 'alreadyMoved', 'notOwned'];
          assert.ok(untouched.includes(plan.kind));
          return;
        }
        assert.deepEqual(await licences.change('', [plan.change]), [{ outcome: 'changed' }]);
        const after = licences.people.get(user.id)!;
        assert.ok(isSwapped(after, swap));
        const others = (of: DirectoryUser) => of.assignments.filter(({ skuId }) => skuId === visio);
        assert.deepEqual(others(after), others(user));
        const named = [...plan.change.remove, ...plan.change.add.map(({ skuId }) => skuId)];
        assert.ok(named.every((skuId) => skuId === sku.e3 || skuId === sku.e5));
      }),
      { numRuns: runs },
    );
  });

  it('has every service off that was off, but for those that are named', () => {
    fc.assert(
      fc.property(planIds(sku.e3), (disabledPlans) => {
        const [user] = people(1, { assignments: [{ skuId: sku.e3, disabledPlans }] });
        const plan = planSwap(user!, swap, services);
        assert.ok('change' in plan);
        const off = plan.change.add[0]!.disabledPlans;
        for (const id of disabledPlans) {
          const { name } = services.source.find((service) => service.id === id)!;
          const inFamily: boolean = plan.keptOff.some(
            (kept) => serviceFamily(kept) === serviceFamily(name),
          );
          const isKept: boolean =
            off.includes(id) || (serviceFamily(name) !== undefined && inFamily);
          assert.ok(isKept || plan.unmapped.includes(name));
        }
        const inTarget = services.target.map(({ id }) => id);
        assert.ok(off.every((id) => inTarget.includes(id)));
        const on = services.source.filter(({ id }) => !disabledPlans.includes(id));
        assert.ok(on.every(({ id }) => !off.includes(id)));
      }),
      { numRuns: runs },
    );
  });
});
