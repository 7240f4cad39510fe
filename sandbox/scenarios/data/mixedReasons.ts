import { skus } from '../../tenant/skus.ts';
import type { Scenario } from '../scenario.ts';
import { businessStandard, happy } from './happy.ts';

/**
 * Five reasons at once, of every kind: 34 users too many, an overdue invoice, an incident, a refusal
 * without a reason, and an add-on that only support can remove. What people can do is done two hours
 * later.
 */
export const mixedReasons: Scenario = {
  ...happy,
  name: 'mixed-reasons',
  organisation: 'Tailspin Leksaker AB',
  paysBy: 'invoice',
  overdue: 1_184_500,
  incidents: [{ id: 'SP1086777', service: 'SharePoint Online' }],
  products: [
    {
      ...businessStandard,
      quantity: 90,
      assigned: 124,
      refusals: [{ code: 'NotEligible', description: 'This subscription is not eligible.' }],
    },
    {
      ...businessStandard,
      skuId: skus.teamsPhone,
      quantity: 12,
      assigned: 12,
      traits: { addOn: 'traditional' },
    },
    { ...businessStandard, skuId: skus.exchangePlan1, quantity: 8, assigned: 6 },
  ],
  repairs: { overdue: 0, assigned: 90, healthy: true },
};
