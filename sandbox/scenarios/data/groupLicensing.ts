import type { Scenario } from '../scenario.ts';
import { businessStandard, happy } from './happy.ts';

/**
 * Eleven of 22 users have their licence from two groups: they keep the old plan until somebody
 * changes the groups (R88).
 */
export const groupLicensing: Scenario = {
  ...happy,
  name: 'group-licensing',
  products: [
    {
      ...businessStandard,
      traits: {
        groups: [
          { name: 'Säljare', users: 8 },
          { name: 'Lager', users: 3 },
        ],
      },
    },
  ],
  userErrors: [{ reason: 'InheritedFromGroup', users: 11 }],
};
