import { skus } from '../../tenant/skus.ts';
import type { Scenario } from '../scenario.ts';
import { businessStandard, happy } from './happy.ts';

/**
 * Microsoft's documented example of a postpaid upgrade, on its day: seven days into a month of 30,
 * at 10.08 EUR, to a plan at 6.43 EUR (R97).
 */
export const examplePostpaid: Scenario = {
  ...happy,
  name: 'example-postpaid',
  organisation: 'Trey Research GmbH',
  country: 'DE',
  begins: { month: 6, day: 25, at: '09:00' },
  products: [
    {
      ...businessStandard,
      quantity: 300,
      assigned: 288,
      term: 'P1M',
      age: { months: 0, days: 7 },
      offers: [skus.office365E1],
      unitCharge: 1008,
    },
  ],
  prices: [{ skuId: skus.office365E1, term: 'P1M', billing: 'monthly', amount: 643 }],
};
