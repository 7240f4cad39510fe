import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { WireMicrosoft } from '../../microsoft/wire/wireMicrosoft.ts';
import { allRoles } from '../../microsoft/wire/wireTenants.ts';

const project = join(import.meta.dirname, '../../..');

describe('npm run doctor', () => {
  let wire: WireMicrosoft;
  let tenantId: string;
  before(async () => {
    wire = await WireMicrosoft.start();
    tenantId = await wire.tenants.add();
  });
  afterEach(() => wire.mend());
  after(() => wire.stop());

  const settings = (): NodeJS.ProcessEnv => ({
    GRAPH_APP_ID: wire.app.appId,
    GRAPH_APP_SECRET: wire.app.secret,
    ENTRA_URL: wire.entra.url,
    GRAPH_URL: wire.graph.url,
    MicrosoftAppId: wire.bot.appId,
    MicrosoftAppPassword: wire.bot.secret,
    MicrosoftAppTenantId: tenantId,
  });

  async function run(args: string[], env: NodeJS.ProcessEnv = settings()) {
    const child = spawn(process.execPath, ['bot/tools/doctor.ts', ...args], {
      cwd: project,
      env: { PATH: process.env.PATH, ...env },
    });
    const ended = once(child, 'close');
    const [said, told] = await Promise.all([text(child.stdout), text(child.stderr)]);
    const [status] = await ended;
    for (const secret of [wire.app.secret, wire.bot.secret, ...wire.tenants.tokens]) {
      assert.ok(!`${said}${told}`.includes(secret), 'something secret was said');
    }
    return { status, said, told };
  }

  it('says that all is well, and ends well', async () => {
    const { status, said, told } = await run(['--tenant', tenantId]);
    assert.equal(told, '');
    assert.equal(status, 0);
    assert.match(said, /^\[ok\] An application is set\n\[ok\] /);
    assert.match(
      said,
      /\[ok\] The bot can sign in to the chat\n\nReady: this tenant can be read\.\n$/,
    );
    assert.doesNotMatch(said, /\[not ok\]/);
    assert.match(
      said,
      /\[not asked\] Permission LicenseAssignment\.ReadWrite\.All\n .+ Without it/,
    );
  });

  it('says whether a partner can sell there, and where its prices are', async () => {
    const customer = await wire.tenants.addCustomer();
    const env = {
      ...settings(),
      PARTNER_TENANT_ID: wire.partnerTenantId,
      PARTNER_CENTER_URL: wire.partnerCenter.url,
      DATA_DIR: join(project, 'no-such-folder'),
    };
    const { status, said } = await run(['--tenant', customer], env);
    assert.equal(status, 0);
    assert.match(said, /\[ok\] The tenant is a customer of the partner\n/);
    assert.match(said, /\[not asked\] Prices for its country are imported\n {4}The folder /);
  });

  it('ends well when only what is not needed is missing, and says what is lost', async () => {
    const some = await wire.tenants.add('happy', allRoles.slice(0, 3));
    const { status, said } = await run(['--tenant', some]);
    assert.equal(status, 0);
    assert.match(
      said,
      /\[not ok\] Permission ServiceHealth\.Read\.All\n {4}Add it .*incidents are unknown/,
    );
  });

  it('ends with 1 when something needed fails, and says what to do', async () => {
    const env = { ...settings(), GRAPH_APP_SECRET: 'not-the-secret' };
    const { status, said } = await run(['--tenant', tenantId], env);
    assert.equal(status, 1);
    assert.match(
      said,
      /\[not ok\] The application can sign in to the tenant\n {4}Check GRAPH_APP_ID/,
    );
    assert.match(said, /\[not asked\] The organization can be read/);
    assert.doesNotMatch(said, /not-the-secret/);
  });

  it('speaks the language of the machine, or the one that it is given', async () => {
    const env = { ...settings(), LANG: 'sv_SE.UTF-8' };
    assert.match((await run(['--tenant', tenantId], env)).said, /Klart: klientorganisationen/);
    const { said } = await run(['--tenant', tenantId, '--locale', 'en-US'], env);
    assert.match(said, /Ready: this tenant/);
  });

  it('says what it needs when it is not told', async () => {
    for (const args of [
      [],
      ['--tenant', 'contoso'],
      ['--what'],
      ['--tenant', tenantId, '--locale', 'xx'],
    ]) {
      const { status, told } = await run(args);
      assert.equal(status, 1);
      assert.match(told, /^Say which tenant: npm run doctor/);
    }
  });

  it('names a setting that is half set', async () => {
    const { status, told } = await run(['--tenant', tenantId], { GRAPH_APP_SECRET: 'alone' });
    assert.equal(status, 1);
    assert.match(told, /^GRAPH_APP_ID: is missing although GRAPH_APP_SECRET is set/);
  });
});
