import { skus } from '../../tenant/skus.ts';
import type { Scenario } from '../scenario.ts';
import { businessStandard, happy } from './happy.ts';

/**
 * Four add-ons of four kinds: one stops the upgrade until it is removed, which happens two hours
 * later; one follows, one is contained in what is offered, one is a subscription of its own (R35,
 * R58, R129, R130).
 */
export const addOn: Scenario = {
  ...happy,
  name: 'add-on',
  products: [
    {
      ...businessStandard,
      skuId: skus.office365E3,
      offers: [skus.office365E5, skus.microsoft365E5],
    },
    {
      ...businessStandard,
      skuId: skus.teamsPremium,
      quantity: 5,
      assigned: 5,
      traits: { addOn: 'incompatible' },
    },
    {
      ...businessStandard,
      skuId: skus.copilot,
      quantity: 3,
      assigned: 3,
      traits: { addOn: 'attached' },
    },
    {
      ...businessStandard,
      skuId: skus.defenderPlan1,
      traits: { addOn: 'attached' },
    },
    { ...businessStandard, skuId: skus.visioPlan2, quantity: 4, assigned: 4 },
  ],
  repairs: { gone: [1] },
};
