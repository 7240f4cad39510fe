import { type Microsoft, openMicrosoft } from '../../../microsoft/connection.ts';
import { permissionToMove, permissionToSeeSignIns } from '../../../microsoft/permissions.ts';
import { licenceRefusals } from '../../support/tenant/licenceRefusals.ts';
import type { LicencesBench } from '../../support/tenant/triedLicences.ts';
import { userLicencesContract } from '../../support/tenant/userLicencesContract.ts';
import { hasty, WireMicrosoft } from '../wire/wireMicrosoft.ts';
import { allRoles } from '../wire/wireTenants.ts';

const roles = [...allRoles, permissionToMove.name, permissionToSeeSignIns.name];

describe('the users of a real tenant', () => {
  let wire: WireMicrosoft;
  let microsoft: Microsoft;
  before(async () => {
    wire = await WireMicrosoft.start();
    wire.graph.pageSize = 7;
    microsoft = openMicrosoft(wire.settings(), { ...hasty, request: 5_000, call: 10_000 });
  });
  after(async () => {
    await microsoft.close();
    await wire.stop();
  });

  const bench = (): LicencesBench => ({
    sandbox: wire.tenants.sandbox,
    licences: microsoft.licences,
    add: (scenario) => wire.tenants.add(scenario, roles),
  });
  userLicencesContract(bench);
  licenceRefusals(bench);
});
