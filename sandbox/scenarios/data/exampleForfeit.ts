import { skus } from '../../tenant/skus.ts';
import type { Scenario } from '../scenario.ts';
import { examplePrepaid } from './examplePrepaid.ts';

const [product] = examplePrepaid.products;

/**
 * The third worked example of prepaid time: a year has just been paid for, and a year of the cheaper
 * plan wastes part of it until 73 days have passed (R98).
 */
export const exampleForfeit: Scenario = {
  ...examplePrepaid,
  name: 'example-forfeit',
  begins: { month: 1, day: 1, at: '09:00' },
  products: [{ ...product, age: { months: 0, days: 0 }, offers: [skus.office365E1] }],
  prices: [{ skuId: skus.office365E1, term: 'P1Y', billing: 'annual', amount: 12_000 }],
};
