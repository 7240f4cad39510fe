import type { Scenario } from '../scenario.ts';
import { businessStandard, happy } from './happy.ts';

/** A year paid in advance that began three weeks ago: a cheaper plan wastes part of it (R94, R98). */
export const prepaidForfeit: Scenario = {
  ...happy,
  name: 'prepaid-forfeit',
  products: [
    {
      ...businessStandard,
      quantity: 10,
      assigned: 9,
      billing: 'annual',
      age: { months: 0, days: 21 },
    },
  ],
};
