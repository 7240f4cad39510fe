import type { Scenario } from '../scenario.ts';
import { businessStandard, happy } from './happy.ts';

/** The product went out of sale seven weeks ago (R39). */
export const endOfSale: Scenario = {
  ...happy,
  name: 'end-of-sale',
  agreement: 'MCA',
  roles: ['global-admin', 'billing-account-owner'],
  products: [{ ...businessStandard, traits: { saleEndedDaysAgo: 49 } }],
};
