import { skus } from '../../tenant/skus.ts';
import type { Scenario } from '../scenario.ts';
import { businessStandard, happy } from './happy.ts';

/**
 * The first two worked examples of prepaid time: 100 days into a year that 1,500.00 USD was paid
 * for. A year of the dearer plan loses nothing, a month of it does (R98).
 */
export const examplePrepaid: Scenario = {
  ...happy,
  name: 'example-prepaid',
  organisation: 'Fourth Coffee Inc.',
  country: 'US',
  begins: { month: 4, day: 11, at: '09:00' },
  products: [
    {
      ...businessStandard,
      quantity: 10,
      assigned: 10,
      billing: 'annual',
      age: { months: 3, days: 10 },
      offers: [skus.businessPremium],
      unitCharge: 15_000,
    },
  ],
  prices: [
    { skuId: skus.businessPremium, term: 'P1Y', billing: 'annual', amount: 26_400 },
    { skuId: skus.businessPremium, term: 'P1M', billing: 'monthly', amount: 2640 },
  ],
};
