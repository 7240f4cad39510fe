import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Microsoft, openMicrosoft } from '../../../microsoft/connection.ts';
import { grantedPermissions } from '../../../microsoft/entra/grantedPermissions.ts';
import { anyUserRead, organisationRead } from '../../../microsoft/graph/reads.ts';
import { runs } from '../../support/process/runs.ts';
import { hasty, WireMicrosoft } from '../wire/wireMicrosoft.ts';

const steps = ['organisation', 'batch', 'incidents', 'revoke', 'refuse'] as const;

const tenantIn = (token: string): unknown =>
  JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()).tid;

describe('two tenants at once', () => {
  let wire: WireMicrosoft;
  let microsoft: Microsoft;
  before(async () => {
    wire = await WireMicrosoft.start();
    microsoft = openMicrosoft(wire.settings(), { ...hasty, request: 2_000, call: 5_000 });
  });
  after(async () => {
    await microsoft.close();
    await wire.stop();
  });

  it('are each read with their own token, in whatever order they are asked', async () => {
    const tenants = [await wire.tenants.add('happy'), await wire.tenants.add('service-incident')];
    const { sandbox } = wire.tenants;
    const take: Record<(typeof steps)[number], (tenantId: string) => Promise<void>> = {
      async organisation(tenantId) {
        const told = await microsoft.directory.organisation(tenantId);
        assert.deepEqual(told, await sandbox.organisation(tenantId));
      },
      async batch(tenantId) {
        const [organisations, users] = await microsoft.graph.batch(tenantId, [
          organisationRead,
          anyUserRead,
        ]);
        assert.ok(Array.isArray(organisations) && Array.isArray(users));
      },
      async incidents(tenantId) {
        const told = await microsoft.directory.serviceIncidents(tenantId);
        assert.deepEqual(told, await sandbox.serviceIncidents(tenantId));
      },
      async revoke() {
        wire.tenants.revokeAll();
      },
      async refuse(tenantId) {
        const token = await microsoft.tokens.token(tenantId);
        const next = await microsoft.tokens.token(tenantId, token);
        assert.deepEqual([tenantIn(token), tenantIn(next)], [tenantId, tenantId]);
        assert.equal(grantedPermissions(next)?.length, 4);
      },
    };
    const step = fc.record({
      name: fc.constantFrom(...steps),
      tenant: fc.integer({ min: 0, max: 1 }),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(step, { maxLength: 6 }), { maxLength: 5 }),
        async (rounds) => {
          wire.mend();
          for (const round of rounds) {
            const taking = round.map(({ name, tenant }) => take[name](tenants[tenant]!));
            const results = await Promise.allSettled(taking);
            // A token may be taken back again while its successor is on its way: that is told, and no more.
            for (const result of results) {
              if (result.status === 'fulfilled') continue;
              assert.equal((result.reason as { code?: string }).code, 'connection.token-refused');
            }
          }
          for (const { headers } of wire.graph.calls) {
            assert.ok(tenants.includes(tenantIn(headers.authorization ?? '') as string));
          }
          for (const { path, body } of wire.entra.calls) {
            assert.ok(
              tenants.some((tenantId) => path.startsWith(`/${tenantId}/`)),
              body,
            );
          }
        },
      ),
      { numRuns: runs / 5 },
    );
  });
});
