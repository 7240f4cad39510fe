import assert from 'node:assert/strict';
import { serviceName } from '../../../commerce/licences/serviceName.ts';

describe('The name of a service', () => {
  const cases: [plan: string, name: string][] = [
    ['SHAREPOINTSTANDARD', 'SharePoint Online'],
    ['SHAREPOINTENTERPRISE_GOV', 'SharePoint Online'],
    ['SHAREPOINTWAC', 'SHAREPOINTWAC'],
    ['SHAREPOINTSTORAGE', 'SHAREPOINTSTORAGE'],
    ['TEAMS1', 'Microsoft Teams'],
    ['TEAMS_GOV', 'Microsoft Teams'],
    ['TEAMSPRO_MGMT', 'TEAMSPRO_MGMT'],
    ['EXCHANGE_S_ENTERPRISE', 'Exchange Online'],
    ['EXCHANGE_S_FOUNDATION', 'EXCHANGE_S_FOUNDATION'],
    ['EXCHANGE_S_ARCHIVE_ADDON', 'EXCHANGE_S_ARCHIVE_ADDON'],
  ];
  for (const [plan, name] of cases) {
    it(`of ${plan} is ${name}`, () => assert.equal(serviceName(plan), name));
  }
});
