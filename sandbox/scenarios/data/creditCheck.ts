import type { Scenario } from '../scenario.ts';
import { businessStandard, happy } from './happy.ts';

/** Pays by invoice, so that an upgrade waits for a credit check, which is approved. */
export const creditCheck: Scenario = {
  ...happy,
  name: 'credit-check',
  paysBy: 'invoice',
  products: [{ ...businessStandard, quantity: 120, assigned: 114 }],
};
