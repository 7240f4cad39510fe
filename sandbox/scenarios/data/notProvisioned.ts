import type { Scenario } from '../scenario.ts';
import { businessStandard, happy } from './happy.ts';

/** Bought yesterday, and two services are still being set up; two hours later they are (R25). */
export const notProvisioned: Scenario = {
  ...happy,
  name: 'not-provisioned',
  products: [
    {
      ...businessStandard,
      age: { months: 0, days: 1 },
      traits: { unfinishedServices: ['Exchange Online', 'Microsoft Teams'] },
    },
  ],
  repairs: { without: ['unfinishedServices'] },
};
