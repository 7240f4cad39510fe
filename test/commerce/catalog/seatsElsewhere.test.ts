import assert from 'node:assert/strict';
import { seatsElsewhere } from '../../../commerce/catalog/seatsElsewhere.ts';
import type { Plan } from '../../../commerce/model/plan.ts';
import type { SeatCapScope } from '../../../commerce/model/policyValues.ts';
import type { Subscription } from '../../../commerce/model/subscription.ts';
import { clearFacts } from '../../support/tenant/clearFacts.ts';
import { catalog } from '../../support/tenant/simulatedTenant.ts';
import { sku } from './skus.ts';

const owned = (id: string, skuId: string, quantity: number, rest: Partial<Subscription> = {}) => ({
  ...clearFacts.subscription,
  id,
  skuId,
  quantity,
  ...rest,
});

const subscriptions = [
  owned('upgraded', sku.businessBasic, 1000),
  owned('standard', sku.businessStandard, 100),
  owned('premium', sku.businessPremium, 40),
  owned('noTeams', sku.businessPremiumNoTeams, 7),
  owned('over', sku.businessPremium, 500, { status: 'canceled' }),
  owned('enterprise', sku.o365E3, 900),
  owned('unknown', '00000000-0000-0000-0000-000000000000', 800),
];

describe('the seats that count towards a cap (R45)', () => {
  const cases: [scope: SeatCapScope | undefined, target: string, seats: number][] = [
    [undefined, sku.businessPremium, 147],
    ['family', sku.businessPremium, 147],
    ['plan', sku.businessPremium, 40],
    ['plan', sku.businessStandard, 100],
    ['family', sku.m365E3, 0],
    ['plan', sku.m365E3, 0],
  ];
  for (const [scope, skuId, seats] of cases) {
    const target: Plan = catalog.plan(skuId);
    it(`are ${seats} for ${target.name} by ${scope ?? 'our policy'}`, () => {
      assert.equal(seatsElsewhere(subscriptions, 'upgraded', catalog, target, scope), seats);
    });
  }
});
