import type { Scenario } from '../scenario.ts';
import { businessStandard, happy } from './happy.ts';

/** The channel has too much to do; an hour later it has time (R33). */
export const highVolume: Scenario = {
  ...happy,
  name: 'high-volume',
  products: [
    {
      ...businessStandard,
      refusals: [{ code: 'HighVolume', description: 'Too many upgrades. Try again later.' }],
    },
  ],
  repairs: { afterHours: 1, refusals: [] },
};
