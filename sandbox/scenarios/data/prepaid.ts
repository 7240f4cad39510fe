import type { Scenario } from '../scenario.ts';
import { businessStandard, happy } from './happy.ts';

/** A year paid in advance, for which the channel has no automatic path (R31). */
export const prepaid: Scenario = {
  ...happy,
  name: 'prepaid',
  products: [{ ...businessStandard, billing: 'annual', offers: [] }],
};
