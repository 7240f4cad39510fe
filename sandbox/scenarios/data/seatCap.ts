import { skus } from '../../tenant/skus.ts';
import type { Scenario } from '../scenario.ts';
import { businessStandard, happy } from './happy.ts';

/** Only Business plans are offered, and there are more licences than they may hold (R45). */
export const seatCap: Scenario = {
  ...happy,
  name: 'seat-cap',
  products: [
    {
      ...businessStandard,
      skuId: skus.exchangePlan1,
      quantity: 340,
      assigned: 328,
      offers: [skus.businessBasic, skus.businessStandard, skus.businessPremium],
    },
  ],
};
