import { skus } from '../../tenant/skus.ts';
import type { ProductSeed, Scenario } from '../scenario.ts';
import { businessStandard, happy } from './happy.ts';

const product = (
  skuId: string,
  quantity: number,
  assigned: number,
  rest: Partial<ProductSeed> = {},
): ProductSeed => ({ ...businessStandard, skuId, quantity, assigned, ...rest });

/** A group of companies with several pages of products, under the newer agreement (R5, R53, R84). */
export const manyProducts: Scenario = {
  ...happy,
  name: 'many-products',
  organisation: 'Northwind Gruppen AB',
  agreement: 'MCA',
  roles: ['global-admin', 'billing-account-owner'],
  products: [
    product(skus.businessStandard, 60, 58),
    product(skus.businessBasic, 45, 41, { age: { months: 0, days: 20 }, term: 'P1M' }),
    product(skus.businessPremium, 30, 30, { age: { months: 7, days: 4 } }),
    product(skus.appsForBusiness, 12, 9, { billing: 'annual', age: { months: 3, days: 8 } }),
    product(skus.appsForEnterprise, 40, 33),
    product(skus.office365E1, 150, 150, { age: { months: 10, days: 1 } }),
    product(skus.office365E3, 220, 204, { billing: 'annual', age: { months: 6, days: 7 } }),
    product(skus.office365E5, 25, 24),
    product(skus.office365F3, 80, 71, { age: { months: 2, days: 4 } }),
    product(skus.microsoft365E3, 310, 295, { age: { months: 0, days: 11 } }),
    product(skus.microsoft365E5, 35, 35),
    product(skus.microsoft365F1, 90, 88, { term: 'P1M', age: { months: 0, days: 17 } }),
    product(skus.microsoft365F3, 140, 126, { autoRenew: false, age: { months: 8, days: 4 } }),
    product(skus.exchangePlan1, 18, 18, { status: 'suspended', age: { months: 9, days: 5 } }),
    product(skus.exchangePlan2, 6, 4, { age: { months: 5, days: 5 } }),
    product(skus.sharePointPlan1, 10, 7, { age: { months: 1, days: 11 } }),
  ],
};
