import assert from 'node:assert/strict';
import { lossesBetween, plansWith } from '../../../commerce/catalog/questions.ts';
import { catalog } from '../../support/tenant/simulatedTenant.ts';
import { sku } from './skus.ts';

describe('the plans with a feature', () => {
  it('are all commercial products that have it, base plans before add-ons', () => {
    const kinds = plansWith(catalog, 'intune').map(({ kind }) => kind);
    assert.deepEqual(kinds, [...kinds].sort().reverse());
    assert.ok(kinds.includes('base') && kinds.includes('addon'));
    for (const plan of plansWith(catalog, 'intune')) {
      assert.equal(plan.segment, 'commercial');
      assert.ok(plan.features.includes('intune'), plan.name);
    }
  });

  it('are those at any level for a service that holds data', () => {
    const ids = plansWith(catalog, 'EXCHANGE_MAILBOX').map(({ skuId }) => skuId);
    assert.ok(ids.includes(sku.m365F3) && ids.includes(sku.businessBasic));
    assert.ok(!ids.includes(sku.appsBusiness));
  });

  it('leave the retired small-business line out', () => {
    assert.ok(plansWith(catalog, 'EXCHANGE_MAILBOX').every(({ family }) => family !== 'legacy'));
  });
});

describe('the losses between two plans', () => {
  const cases: [string, string, string[], string[]][] = [
    [sku.m365E3, sku.businessPremium, [], ['EXCHANGE_MAILBOX', 'ONEDRIVE', 'SHAREPOINT']],
    [sku.m365E3, sku.m365E3NoTeams, ['TEAMS'], []],
    [sku.businessPremium, sku.businessStandard, ['EXCHANGE_ARCHIVE'], []],
    [sku.businessBasic, sku.m365E5, [], []],
  ];
  for (const [from, to, gone, lower] of cases) {
    it(`${catalog.plan(from).name} → ${catalog.plan(to).name}: gone and lower are told apart`, () => {
      const losses = lossesBetween(catalog.plan(from), catalog.plan(to));
      assert.deepEqual([losses.gone, losses.lower], [gone, lower]);
    });
  }

  it('have the features too', () => {
    const { features } = lossesBetween(
      catalog.plan(sku.businessStandard),
      catalog.plan(sku.o365E1),
    );
    assert.ok(features.includes('desktop-apps'));
  });
});
