import type { Scenario } from '../scenario.ts';
import { businessStandard, happy } from './happy.ts';

/** A partner sold the subscription and manages it (R11, R12). */
export const partnerManaged: Scenario = {
  ...happy,
  name: 'partner-managed',
  products: [{ ...businessStandard, traits: { soldBy: 'partner' } }],
};
