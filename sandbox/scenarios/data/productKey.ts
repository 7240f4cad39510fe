import type { Scenario } from '../scenario.ts';
import { businessStandard, happy } from './happy.ts';

/** Bought in a shop, with a key of 25 characters (R43, R103). */
export const productKey: Scenario = {
  ...happy,
  name: 'product-key',
  products: [
    {
      ...businessStandard,
      quantity: 5,
      assigned: 5,
      billing: 'annual',
      autoRenew: false,
      traits: { soldBy: 'productKey' },
    },
  ],
};
