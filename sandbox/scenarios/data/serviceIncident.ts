import type { Scenario } from '../scenario.ts';
import { happy } from './happy.ts';

/** Two services have incidents; two hours later they are over (R25). */
export const serviceIncident: Scenario = {
  ...happy,
  name: 'service-incident',
  incidents: [
    { id: 'EX1086542', service: 'Exchange Online' },
    { id: 'TM1086601', service: 'Microsoft Teams' },
  ],
  repairs: { healthy: true },
};
