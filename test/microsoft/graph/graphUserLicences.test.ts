import assert from 'node:assert/strict';
import { type Microsoft, openMicrosoft } from '../../../microsoft/connection.ts';
import {
  permissionToMove,
  permissionToReadGroups,
  permissionToSeeSignIns,
} from '../../../microsoft/permissions.ts';
import { licenceRefusals } from '../../support/tenant/licenceRefusals.ts';
import { type LicencesBench, TriedLicences } from '../../support/tenant/triedLicences.ts';
import { userLicencesContract } from '../../support/tenant/userLicencesContract.ts';
import { hasty, WireMicrosoft } from '../wire/wireMicrosoft.ts';
import { allRoles } from '../wire/wireTenants.ts';

const roles = [
  ...allRoles,
  permissionToMove.name,
  permissionToSeeSignIns.name,
  permissionToReadGroups.name,
];

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

  const signIns = async (granted: readonly string[]) => {
    const tenantId = await wire.tenants.add('happy', granted);
    const users = await new TriedLicences(microsoft.licences, tenantId).all();
    return new Set(
      users.map(({ lastSignIn }) => (lastSignIn.startsWith('20') ? 'at' : lastSignIn)),
    );
  };

  it('have signed in at a time that is known where it may be read, and else at one that is not', async () => {
    assert.deepEqual(await signIns(roles), new Set(['at', 'never']));
    assert.deepEqual(await signIns(allRoles), new Set(['unknown']));
  });

  it('have signed in nobody knows when, where the edition of the directory does not tell it', async () => {
    wire.graph.fail('403', { on: /signInActivity/ });
    assert.deepEqual(await signIns(roles), new Set(['unknown']));
    wire.graph.mend();
  });

  it('are unknown where nobody may read them', async () => {
    const tenantId = await wire.tenants.add('happy', ['Organization.Read.All']);
    assert.equal(await microsoft.licences.page(tenantId, {}), 'unknown');
    const id = '11111111-1111-4111-8111-111111111111';
    assert.equal(await microsoft.licences.users(tenantId, [id]), 'unknown');
  });

  it('are in groups that are unknown where nobody may read them', async () => {
    const tenantId = await wire.tenants.add('happy', allRoles);
    assert.equal(await microsoft.licences.groups(tenantId, 'Sales'), 'unknown');
    assert.equal(await microsoft.licences.page(tenantId, { groupId: tenantId }), 'unknown');
  });

  it('are looked for on pages of Graph alone', async () => {
    const tenantId = await wire.tenants.add('happy', roles);
    const elsewhere = 'https://graph.example.com/v1.0/users?$skiptoken=7';
    await assert.rejects(async () => microsoft.licences.page(tenantId, {}, elsewhere), {
      code: 'upstream.malformed',
    });
  });
});
