import type { Scenario } from '../scenario.ts';
import { happy } from './happy.ts';

/** Those who ask may open support tickets but not buy (R6, R9). */
export const insufficientRole: Scenario = {
  ...happy,
  name: 'insufficient-role',
  roles: ['support-admin'],
};
