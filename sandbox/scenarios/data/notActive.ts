import type { Scenario } from '../scenario.ts';
import { businessStandard, happy } from './happy.ts';

/** The year ended without recurring billing; two hours later somebody has renewed (R123). */
export const notActive: Scenario = {
  ...happy,
  name: 'not-active',
  products: [{ ...businessStandard, autoRenew: false, age: { months: 12, days: 11 } }],
  repairs: { autoRenew: true },
};
