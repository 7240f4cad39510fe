import type { Scenario } from '../scenario.ts';
import { skus } from '../skus.ts';
import { businessStandard, happy } from './happy.ts';

/** Ten thousand users on a plan without a seat cap. */
export const bigTenant: Scenario = {
  ...happy,
  name: 'big-tenant',
  organisation: 'Fabrikam Handel AB',
  products: [{ ...businessStandard, skuId: skus.office365E3, quantity: 10_400, assigned: 10_000 }],
  pace: { ...happy.pace, reassigning: 12 },
};
