import type { Scenario } from '../scenario.ts';
import { happy } from './happy.ts';

/** An invoice is overdue; two hours later it is paid (R36). */
export const unpaidBalance: Scenario = {
  ...happy,
  name: 'unpaid-balance',
  overdue: 297_000,
  repairs: { overdue: 0 },
};
