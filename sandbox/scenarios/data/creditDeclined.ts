import type { Scenario } from '../scenario.ts';
import { creditCheck } from './creditCheck.ts';

/** Pays by invoice, and the credit check is declined. */
export const creditDeclined: Scenario = {
  ...creditCheck,
  name: 'credit-declined',
  creditCheck: 'declined',
};
