import { skus } from '../../tenant/skus.ts';
import type { Scenario } from '../scenario.ts';
import { businessStandard, happy } from './happy.ts';

/** As many users as the automatic path of the older agreement no longer takes (R37). */
export const tooManyAssigned: Scenario = {
  ...happy,
  name: 'too-many-assigned',
  organisation: 'Fabrikam Handel AB',
  products: [{ ...businessStandard, skuId: skus.office365E3, quantity: 3200, assigned: 3000 }],
};
