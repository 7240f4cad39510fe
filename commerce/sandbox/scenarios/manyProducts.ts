import type { ProductSeed, Scenario } from '../scenario.ts';
import { skus } from '../skus.ts';
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
    product(skus.businessBasic, 45, 41, { ageInDays: 20, term: 'P1M' }),
    product(skus.businessPremium, 30, 30, { ageInDays: 214 }),
    product(skus.appsForBusiness, 12, 9, { billing: 'annual', ageInDays: 98 }),
    product(skus.appsForEnterprise, 40, 33),
    product(skus.office365E1, 150, 150, { ageInDays: 301 }),
    product(skus.office365E3, 220, 204, { billing: 'annual', ageInDays: 187 }),
    product(skus.office365E5, 25, 24),
    product(skus.office365F3, 80, 71, { ageInDays: 64 }),
    product(skus.microsoft365E3, 310, 295, { ageInDays: 11 }),
    product(skus.microsoft365E5, 35, 35),
    product(skus.microsoft365F1, 90, 88, { term: 'P1M', ageInDays: 17 }),
    product(skus.microsoft365F3, 140, 126, { autoRenew: false, ageInDays: 244 }),
    product(skus.exchangePlan1, 18, 18, { status: 'suspended', ageInDays: 275 }),
    product(skus.exchangePlan2, 6, 4, { ageInDays: 155 }),
    product(skus.sharePointPlan1, 10, 7, { ageInDays: 41 }),
  ],
};
