import { skus } from '../../tenant/skus.ts';
import type { ProductSeed, Scenario } from '../scenario.ts';

export const businessStandard: ProductSeed = {
  skuId: skus.businessStandard,
  quantity: 25,
  assigned: 22,
  term: 'P1Y',
  billing: 'monthly',
  status: 'active',
  autoRenew: true,
  age: { months: 4, days: 9 },
  refusals: [],
};

/** A small company with one product and nothing in the way. The other scenarios vary it. */
export const happy: Scenario = {
  name: 'happy',
  organisation: 'Contoso Bygg AB',
  agreement: 'MOSA',
  roles: ['global-admin'],
  paysBy: 'card',
  overdue: 0,
  products: [businessStandard],
  creditCheck: 'approved',
  pace: { provisioning: 4, reassigning: 7, cancellingOld: 2, pollAfterSeconds: 3 },
};
