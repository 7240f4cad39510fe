import type { Scenario } from '../scenario.ts';
import { businessStandard, happy } from './happy.ts';

/** The channel says no, and not why (R27). */
export const notEligible: Scenario = {
  ...happy,
  name: 'not-eligible',
  products: [
    {
      ...businessStandard,
      refusals: [{ code: 'NotEligible', description: 'This subscription is not eligible.' }],
    },
  ],
};
