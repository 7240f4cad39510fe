import type { Scenario } from '../scenario.ts';
import { businessStandard, happy } from './happy.ts';

/** Half of a hundred users have no SharePoint; after the upgrade everybody has it (R85). */
export const customisedServices: Scenario = {
  ...happy,
  name: 'customised-services',
  products: [
    {
      ...businessStandard,
      quantity: 110,
      assigned: 100,
      traits: { turnedOff: [{ name: 'SharePoint Online', users: 50 }] },
    },
  ],
};
