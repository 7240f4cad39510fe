import { skus } from '../../tenant/skus.ts';
import type { Scenario } from '../scenario.ts';
import { businessStandard, happy } from './happy.ts';

/** A charity with a plan at the price for charities (R32). */
export const governmentOrNonprofit: Scenario = {
  ...happy,
  name: 'government-or-nonprofit',
  organisation: 'Fadderhjälpen',
  segment: 'nonprofit',
  products: [{ ...businessStandard, skuId: skus.businessPremiumNonprofit }],
};
