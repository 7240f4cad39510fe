import assert from 'node:assert/strict';
import type { Subscription } from '../../../commerce/model/subscription.ts';
import { type AddOn, addOnsOf } from '../../../commerce/quote/addOns.ts';
import { skus } from '../../../sandbox/tenant/skus.ts';
import { clearFacts } from '../../support/tenant/clearFacts.ts';
import { catalog } from '../../support/tenant/simulatedTenant.ts';

const { subscription } = clearFacts;
const [target] = clearFacts.targets.targets;
const to = (...skuIds: string[]) =>
  skuIds.map((skuId) => ({ ...target!, plan: catalog.plan(skuId) }));

function fateOf(
  rest: Partial<Subscription>,
  targets = to(skus.office365E5, skus.microsoft365E5),
): AddOn[] {
  const addOn = { ...subscription, id: 'add-on', skuId: skus.visioPlan2, ...rest };
  return addOnsOf({ subscription, subscriptions: [subscription, addOn], targets, catalog });
}
const hanging = (kind: 'traditional' | 'incompatible' | 'attached', id = subscription.id) => ({
  addOn: { to: id, kind },
});

describe('Add-ons', () => {
  const { defenderPlan1, copilot } = skus;
  const cases: [what: string, addOn: Partial<Subscription>, fate: AddOn['fate']][] = [
    ['stops the upgrade until support removes it: traditional', hanging('traditional'), 'support'],
    ['stops the upgrade until it is removed: incompatible', hanging('incompatible'), 'remove'],
    ['follows: attached', { ...hanging('attached'), skuId: copilot }, 'carried'],
    [
      'is removed: attached, and part of every new plan',
      { ...hanging('attached'), skuId: defenderPlan1 },
      'included',
    ],
    ['stays: a subscription of its own', {}, 'separate'],
  ];
  for (const [what, addOn, fate] of cases) {
    it(what, () => {
      assert.deepEqual(
        fateOf(addOn).map((found) => found.fate),
        [fate],
      );
    });
  }

  it('follows when only some of the new plans contain it', () => {
    const attached = { ...hanging('attached'), skuId: defenderPlan1 };
    const [found] = fateOf(attached, to(skus.office365E1, skus.office365E5));
    assert.equal(found?.fate, 'carried');
  });

  it('would be paid twice when it is separate and part of a new plan', () => {
    const redundant = (skuId: string) => fateOf({ skuId })[0]?.redundant;
    assert.deepEqual([redundant(defenderPlan1), redundant(copilot)], [true, false]);
  });

  it('promises nothing when no plan is on offer', () => {
    const [found] = fateOf({ ...hanging('attached'), skuId: defenderPlan1 }, []);
    assert.deepEqual([found?.fate, found?.redundant], ['carried', false]);
  });

  const none: [what: string, addOn: Partial<Subscription>][] = [
    ['that hangs on another subscription', hanging('traditional', 'another')],
    ['that was given up', { ...hanging('traditional'), status: 'canceled' }],
    ['that is a plan', { skuId: skus.exchangePlan1 }],
    ['that the catalogue does not know', { skuId: '00000000-0000-4000-8000-000000000000' }],
  ];
  for (const [what, addOn] of none) {
    it(`are not those ${what}`, () => assert.deepEqual(fateOf(addOn), []));
  }
});
