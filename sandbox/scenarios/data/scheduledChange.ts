import type { Scenario } from '../scenario.ts';
import { businessStandard, happy } from './happy.ts';

/** A representative has planned a change in five days; after it the way is free (R40). */
export const scheduledChange: Scenario = {
  ...happy,
  name: 'scheduled-change',
  agreement: 'MCA',
  roles: ['global-admin', 'billing-account-owner'],
  products: [
    { ...businessStandard, traits: { scheduledChange: { inDays: 5, by: 'representative' } } },
  ],
  repairs: { afterHours: 6 * 24, without: ['scheduledChange'] },
};
