import type { Scenario } from '../scenario.ts';
import { businessStandard, happy } from './happy.ts';

/** More users have a licence than were bought; two hours later somebody has taken some back (R46). */
export const licenseConflict: Scenario = {
  ...happy,
  name: 'license-conflict',
  products: [{ ...businessStandard, assigned: 28 }],
  repairs: { assigned: 25 },
};
