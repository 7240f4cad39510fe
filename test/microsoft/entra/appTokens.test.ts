import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type Microsoft,
  type MicrosoftSettings,
  openMicrosoft,
} from '../../../microsoft/connection.ts';
import { grantedPermissions } from '../../../microsoft/entra/grantedPermissions.ts';
import { keptLog } from '../../support/process/logLines.ts';
import { testCertificate, testPrivateKey } from '../wire/testCertificate.ts';
import { hasty, WireMicrosoft } from '../wire/wireMicrosoft.ts';
import { allRoles } from '../wire/wireTenants.ts';

const impatient = { ...hasty, call: 250, request: 100 };

describe('tokens of the application', () => {
  let wire: WireMicrosoft;
  let folder: string;
  const open: Microsoft[] = [];
  const opened = (rest: Partial<MicrosoftSettings> = {}, limits = impatient): Microsoft => {
    const microsoft = openMicrosoft(wire.settings(rest), limits);
    open.push(microsoft);
    return microsoft;
  };
  before(async () => {
    wire = await WireMicrosoft.start();
    folder = mkdtempSync(join(tmpdir(), 'upgradera-entra-'));
  });
  afterEach(async () => {
    wire.mend();
    wire.tenants.lifetime = 3599;
    await Promise.all(open.splice(0).map((one) => one.close()));
  });
  after(async () => {
    rmSync(folder, { recursive: true });
    await wire.stop();
  });
  const fileOf = (content: string): string => {
    const file = join(folder, 'credential');
    writeFileSync(file, content);
    return file;
  };

  it('are got once for a tenant, also when many ask at once', async () => {
    const { tokens } = opened();
    const tenantId = await wire.tenants.add();
    const got = await Promise.all(Array.from({ length: 9 }, () => tokens.token(tenantId)));
    got.push(await tokens.token(tenantId));
    assert.equal(new Set(got).size, 1);
    assert.equal(wire.entra.calls.length, 1);
  });

  it('are renewed before they end', async () => {
    wire.tenants.lifetime = 250;
    const { tokens } = opened();
    const tenantId = await wire.tenants.add();
    assert.notEqual(await tokens.token(tenantId), await tokens.token(tenantId));
  });

  it('that were refused are renewed once, however many were refused', async () => {
    const { tokens } = opened();
    const tenantId = await wire.tenants.add();
    const refused = await tokens.token(tenantId);
    const got = await Promise.all([1, 2, 3].map(() => tokens.token(tenantId, refused)));
    got.push(await tokens.token(tenantId, refused), await tokens.token(tenantId));
    assert.equal(new Set(got).size, 1);
    assert.notEqual(got[0], refused);
    assert.equal(wire.entra.calls.length, 2);
  });

  it('are got with a certificate', async () => {
    wire.app.certificate = testCertificate;
    const file = fileOf(`${testPrivateKey}${testCertificate}`);
    const { tokens } = opened({ credential: { kind: 'certificate', file } });
    const token = await tokens.token(await wire.tenants.add());
    assert.deepEqual(grantedPermissions(token), allRoles);
    assert.doesNotMatch(wire.entra.calls[0]?.body ?? '', /client_secret/);
  });

  it('are got with the token of another provider, read anew each time', async () => {
    const credential = { kind: 'federated', file: fileOf('first\n') } as const;
    const { tokens } = opened({ credential });
    const tenantId = await wire.tenants.add();
    wire.app.federatedToken = 'first';
    const token = await tokens.token(tenantId);
    wire.app.federatedToken = 'second';
    fileOf('second\n');
    assert.notEqual(await tokens.token(tenantId, token), token);
  });

  it('come from the cloud that was chosen', async () => {
    const { tokens } = opened({ cloud: 'us-gov' });
    await tokens.token(await wire.tenants.add());
    const form = new URLSearchParams(wire.entra.calls[0]?.body);
    assert.match(form.get('scope') ?? '', /^https:\/\/graph\.microsoft\.us\/\.default/);
  });

  const secretOf = (secret: string): Partial<MicrosoftSettings> => ({
    credential: { kind: 'secret', secret },
  });
  const failures: [
    what: string,
    code: string,
    make: (tenantId: string) => { rest?: Partial<MicrosoftSettings>; tenant?: string } | undefined,
  ][] = [
    ['a wrong secret', 'connection.app-refused', () => ({ rest: secretOf('no~such secret') })],
    [
      'a certificate that is none',
      'connection.app-refused',
      () => ({ rest: { credential: { kind: 'certificate', file: fileOf('no certificate') } } }),
    ],
    [
      'a federated token that is not there',
      'connection.app-refused',
      () => ({ rest: { credential: { kind: 'federated', file: join(folder, 'none') } } }),
    ],
    [
      'an application that the tenant does not have',
      'connection.not-consented',
      () => ({ rest: { appId: '6a1f5d3e-0f5e-4d2c-9c1b-000000000000' } }),
    ],
    [
      'a tenant that does not exist',
      'connection.tenant-unknown',
      () => ({ tenant: '6a1f5d3e-0f5e-4d2c-9c1b-000000000001' }),
    ],
    [
      'a policy that keeps it out',
      'connection.blocked',
      (tenantId) => void Object.assign(wire.tenants.consents.get(tenantId)!, { isBlocked: true }),
    ],
    ['no answer', 'upstream.unavailable', () => void wire.entra.fail('no answer')],
    ['an error of the server', 'upstream.unavailable', () => void wire.entra.fail('500')],
    ['a page', 'upstream.unavailable', () => void wire.entra.fail('502 with a page')],
    ['half an answer', 'upstream.malformed', () => void wire.entra.fail('half an answer')],
    ['an answer without a token', 'upstream.refused', () => void wire.entra.fail('another shape')],
    ['too many calls', 'upstream.throttled', () => void wire.entra.fail('429 for an hour')],
  ];
  for (const [what, code, make] of failures) {
    it(`are not to be had, and nothing secret is told: ${what}`, async () => {
      const tenantId = await wire.tenants.add();
      const { rest = {}, tenant = tenantId } = make(tenantId) ?? {};
      const { directory } = opened(rest);
      await assert.rejects(directory.organisation(tenant), (error: Error & { code?: string }) => {
        assert.equal(error.code, code);
        assert.equal(error.cause, undefined);
        const { log, lines } = keptLog();
        log.error({ err: error }, 'no token');
        const told = `${error.message} ${JSON.stringify(error)} ${lines.join(' ')}`;
        assert.doesNotMatch(told, /~|client_(secret|assertion)|eyJ|AADSTS\d+:/);
        return true;
      });
    });
  }
});
