import type { Scenario } from '../scenario.ts';
import { businessStandard, happy } from './happy.ts';

/** Somebody started another upgrade in the admin center; it takes an hour (R26, R75). */
export const upgradeInProgress: Scenario = {
  ...happy,
  name: 'upgrade-in-progress',
  products: [
    {
      ...businessStandard,
      refusals: [{ code: 'ConcurrencyConflicts', description: 'Another upgrade is in progress.' }],
    },
  ],
  repairs: { afterHours: 1, refusals: [] },
};
