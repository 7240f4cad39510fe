import type { Scenario } from '../scenario.ts';
import { businessStandard, happy } from './happy.ts';

/** The same product twice; two hours later all users are in the first one (R29, R115). */
export const duplicateProduct: Scenario = {
  ...happy,
  name: 'duplicate-product',
  products: [
    { ...businessStandard, quantity: 40, assigned: 31 },
    { ...businessStandard, quantity: 10, assigned: 7, age: { months: 1, days: 3 } },
  ],
  repairs: { assigned: 38, gone: [1] },
};
