import assert from 'node:assert/strict';
import { type Microsoft, openMicrosoft } from '../../../microsoft/connection.ts';
import { scenarios } from '../../../sandbox/scenarios/scenarioList.ts';
import { skus } from '../../../sandbox/tenant/skus.ts';
import { hasty, WireMicrosoft } from '../wire/wireMicrosoft.ts';
import { allRoles } from '../wire/wireTenants.ts';

const userId = '5c1e7a52-6b8e-4a55-8a70-6f8f6f1f7a12';
const strangerId = '99999999-9999-4999-8999-999999999999';

describe('the directory of a real tenant', () => {
  let wire: WireMicrosoft;
  let microsoft: Microsoft;
  before(async () => {
    wire = await WireMicrosoft.start();
    // Not hasty: the scenario with the most users has some thousand of them.
    microsoft = openMicrosoft(wire.settings(), { ...hasty, request: 5_000, call: 10_000 });
  });
  afterEach(() => wire.mend());
  after(async () => {
    await microsoft.close();
    await wire.stop();
  });

  for (const { name } of scenarios) {
    it(`tells over HTTP what the simulated one tells: ${name}`, async () => {
      const tenantId = await wire.tenants.add(name);
      const { directory } = microsoft;
      const { sandbox } = wire.tenants;
      assert.deepEqual(
        await directory.organisation(tenantId),
        await sandbox.organisation(tenantId),
      );
      assert.deepEqual(
        await directory.serviceIncidents(tenantId),
        await sandbox.serviceIncidents(tenantId),
      );
      assert.deepEqual(await directory.roles(tenantId, userId), {
        entra: (await sandbox.roles(tenantId, userId)).entra,
        billing: 'unknown',
      });
      const assigned = await sandbox.assignedLicences(tenantId);
      assert.deepEqual(await directory.assignedLicences(tenantId), assigned);
      for (const skuId of [...assigned.keys(), skus.visioPlan2]) {
        const { turnedOff, groups } = await sandbox.licensing(tenantId, skuId);
        const told = await directory.licensing(tenantId, skuId);
        assert(told !== 'unknown');
        assert.deepEqual(told.turnedOff, turnedOff);
        assert.deepEqual(
          told.groups.map(({ users }) => users),
          groups.map(({ users }) => users),
        );
        assert.deepEqual(
          await directory.overAssigned(tenantId, skuId),
          await sandbox.overAssigned(tenantId, skuId),
        );
      }
    });
  }

  it('reads users page by page, and asks for each page once', async () => {
    const tenantId = await wire.tenants.add('license-conflict');
    wire.graph.pageSize = 10;
    const named = await microsoft.directory.overAssigned(tenantId, skus.businessStandard);
    assert.equal(named.length, 3);
    const pages = wire.graph.calls.filter(({ path }) => path.startsWith('/v1.0/users?'));
    assert.equal(pages.length, 3);
    assert.ok(pages.every(({ headers }) => headers.consistencylevel === 'eventual'));
  });

  for (const [role, told] of [
    ['global-admin', ['global-admin']],
    ['license-admin', ['license-admin']],
    ['billing-account-owner', ['reader']],
    ['reader', ['reader']],
  ] as const) {
    it(`tells active directory roles only: ${role}`, async () => {
      const tenantId = await wire.tenants.add();
      await wire.tenants.sandbox.setRole(tenantId, userId, role);
      const { entra } = await microsoft.directory.roles(tenantId, userId);
      assert.deepEqual(entra, told);
    });
  }

  it('gives no role to whom the directory does not know', async () => {
    const tenantId = await wire.tenants.add();
    const { entra } = await microsoft.directory.roles(tenantId, strangerId);
    assert.deepEqual(entra, ['reader']);
  });

  it('says that it does not know what it was not allowed to read', async () => {
    const tenantId = await wire.tenants.add('service-incident', []);
    const { directory } = microsoft;
    assert.equal(await directory.serviceIncidents(tenantId), 'unknown');
    assert.equal(await directory.assignedLicences(tenantId), 'unknown');
    assert.equal(await directory.overAssigned(tenantId, skus.businessStandard), 'unknown');
    assert.equal(await directory.licensing(tenantId, skus.businessStandard), 'unknown');
    assert.equal((await directory.roles(tenantId, userId)).entra, 'unknown');
    await assert.rejects(directory.organisation(tenantId), { code: 'connection.no-permission' });
  });

  it('takes roles that come as empty objects for unknown', async () => {
    const roles = allRoles.filter((name) => !name.startsWith('RoleManagement'));
    const tenantId = await wire.tenants.add('happy', roles);
    assert.equal((await microsoft.directory.roles(tenantId, userId)).entra, 'unknown');
  });

  it('takes an incident of a new kind for one, and a status that is new for none that is over', async () => {
    const tenantId = await wire.tenants.add('service-incident');
    wire.graph.fail('words that are new');
    assert.deepEqual(
      await microsoft.directory.serviceIncidents(tenantId),
      await wire.tenants.sandbox.serviceIncidents(tenantId),
    );
  });
});
