import type { Scenario } from '../scenario.ts';
import { businessStandard, happy } from './happy.ts';

/** A trial in its third week; two hours later somebody has bought it (R42, R128). */
export const trial: Scenario = {
  ...happy,
  name: 'trial',
  products: [
    {
      ...businessStandard,
      term: 'P1M',
      assigned: 11,
      autoRenew: false,
      age: { months: 0, days: 17 },
      traits: { trial: true },
      unitCharge: 0,
    },
  ],
  repairs: { without: ['trial'], term: 'P1Y', autoRenew: true },
};
