import { skus } from '../../tenant/skus.ts';
import type { Scenario } from '../scenario.ts';
import { businessStandard, happy } from './happy.ts';

/** Ten thousand users on a plan without a seat cap, under the newer agreement: no limit of users (R37). */
export const bigTenant: Scenario = {
  ...happy,
  name: 'big-tenant',
  organisation: 'Fabrikam Handel AB',
  agreement: 'MCA',
  roles: ['global-admin', 'billing-account-owner'],
  products: [{ ...businessStandard, skuId: skus.office365E3, quantity: 10_400, assigned: 10_000 }],
  pace: { ...happy.pace, reassigning: 12 },
};
