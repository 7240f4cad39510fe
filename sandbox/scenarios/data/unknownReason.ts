import type { Scenario } from '../scenario.ts';
import { businessStandard, happy } from './happy.ts';

/** The channel refuses with a code that nobody has seen before (R28). */
export const unknownReason: Scenario = {
  ...happy,
  name: 'unknown-reason',
  products: [
    {
      ...businessStandard,
      refusals: [{ code: '900999', description: 'The request cannot be processed.' }],
    },
  ],
};
