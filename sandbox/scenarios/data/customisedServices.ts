import type { Scenario } from '../scenario.ts';
import { businessStandard, happy } from './happy.ts';

/** Ten users have no SharePoint and five no Teams; after the upgrade everybody has both (R85). */
export const customisedServices: Scenario = {
  ...happy,
  name: 'customised-services',
  products: [
    {
      ...businessStandard,
      traits: {
        turnedOff: [
          { name: 'SharePoint Online', users: 10 },
          { name: 'Microsoft Teams', users: 5 },
        ],
      },
    },
  ],
};
