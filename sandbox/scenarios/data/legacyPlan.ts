import { skus } from '../../tenant/skus.ts';
import type { Scenario } from '../scenario.ts';
import { businessStandard, happy } from './happy.ts';

/** A plan of a generation from which no path leads away (R38). */
export const legacyPlan: Scenario = {
  ...happy,
  name: 'legacy-plan',
  products: [
    {
      ...businessStandard,
      skuId: skus.office365Midsize,
      quantity: 60,
      assigned: 52,
      age: { months: 41, days: 9 },
      unitCharge: 14_250,
    },
  ],
};
