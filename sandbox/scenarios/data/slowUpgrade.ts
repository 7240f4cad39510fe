import type { Scenario } from '../scenario.ts';
import { happy } from './happy.ts';

const minute = 60;

/** The upgrade takes 50 minutes: within what is announced, longer than anybody looks at it (R75). */
export const slowUpgrade: Scenario = {
  ...happy,
  name: 'slow-upgrade',
  pace: {
    provisioning: 10 * minute,
    reassigning: 35 * minute,
    cancellingOld: 5 * minute,
    pollAfterSeconds: 25,
  },
};
