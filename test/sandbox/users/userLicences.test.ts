import { randomUUID } from 'node:crypto';
import { licenceRefusals } from '../../support/tenant/licenceRefusals.ts';
import { SimulatedTenant } from '../../support/tenant/simulatedTenant.ts';
import type { LicencesBench } from '../../support/tenant/triedLicences.ts';
import { userLicencesContract } from '../../support/tenant/userLicencesContract.ts';

describe('the users of a simulated tenant', () => {
  const { sandbox } = new SimulatedTenant();
  const { licences } = sandbox;
  const bench = (): LicencesBench => ({
    sandbox,
    licences,
    async add(scenario) {
      const tenantId = randomUUID();
      await sandbox.setScenario(tenantId, scenario);
      return tenantId;
    },
  });
  userLicencesContract(bench);
  licenceRefusals(bench);
});
