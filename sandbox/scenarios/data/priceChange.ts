import { skus } from '../../tenant/skus.ts';
import type { Scenario } from '../scenario.ts';
import { businessStandard, happy } from './happy.ts';

/** A dearer price list comes into force at midnight, a quarter of an hour from the beginning (R100). */
export const priceChange: Scenario = {
  ...happy,
  name: 'price-change',
  organisation: 'Fourth Coffee Inc.',
  country: 'US',
  begins: { month: 6, day: 30, at: '23:45' },
  products: [
    {
      ...businessStandard,
      quantity: 10,
      assigned: 10,
      age: { months: 0, days: 15 },
      offers: [skus.businessPremium],
      unitCharge: 1200,
    },
  ],
  prices: [
    { skuId: skus.businessPremium, term: 'P1Y', billing: 'monthly', amount: 2100 },
    { skuId: skus.businessPremium, term: 'P1Y', billing: 'monthly', amount: 2400, inDays: 1 },
  ],
};
