import type { Scenario } from '../scenario.ts';
import { businessStandard, happy } from './happy.ts';

/** Another order of the organisation waits for a credit check, which ends 20 hours later (R26, R70). */
export const creditCheckPending: Scenario = {
  ...happy,
  name: 'credit-check-pending',
  products: [
    {
      ...businessStandard,
      refusals: [{ code: 'CreditCheckPending', description: 'A credit check is pending.' }],
    },
  ],
  repairs: { afterHours: 20, refusals: [] },
};
