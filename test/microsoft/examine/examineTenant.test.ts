import assert from 'node:assert/strict';
import { findingLines, summaryOf } from '../../../bot/tools/findingLines.ts';
import { locales, localiser } from '../../../locales/localiser.ts';
import type { MicrosoftSettings } from '../../../microsoft/connection.ts';
import { examineBot } from '../../../microsoft/examine/examineBot.ts';
import { examineTenant } from '../../../microsoft/examine/examineTenant.ts';
import type { Finding } from '../../../microsoft/examine/finding.ts';
import { laterPermissions } from '../../../microsoft/permissions.ts';
import { hasty, WireMicrosoft } from '../wire/wireMicrosoft.ts';
import { allRoles } from '../wire/wireTenants.ts';

const limits = { ...hasty, call: 250, request: 100 };
const nobody = 'http://127.0.0.1:9';

describe('the examination of a tenant', () => {
  let wire: WireMicrosoft;
  let tenantId: string;
  before(async () => {
    wire = await WireMicrosoft.start();
  });
  beforeEach(async () => {
    tenantId = await wire.tenants.add();
  });
  afterEach(() => wire.mend());
  after(() => wire.stop());

  const botOf = (secret = wire.bot.secret) => ({
    appId: wire.bot.appId,
    password: secret,
    tenantId,
  });
  const examined = async (
    settings: MicrosoftSettings | undefined = wire.settings(),
    id = tenantId,
    bot: Parameters<typeof examineBot>[0] = botOf(),
  ): Promise<Finding[]> => [
    ...(await examineTenant(settings, id, limits)),
    await examineBot(bot, settings ?? { cloud: 'global' }, limits),
  ];
  const failed = (findings: Finding[]): string[] =>
    findings
      .filter(({ state }) => state === 'failed')
      .map(({ check, name, advice }) => `${check}${name ? ` ${name}` : ''}: ${advice}`);
  const linesIn = (findings: Finding[]) =>
    locales.map((locale) => findings.flatMap((one) => findingLines(one, localiser(locale).t)));

  it('finds all well, line by line', async () => {
    const findings = await examined();
    assert.deepEqual(
      findings.map(({ check, name = '', state }) => `${state} ${check} ${name}`.trim()),
      [
        'ok settings',
        'ok signIn',
        'ok token',
        ...allRoles.map((name) => `ok permission ${name}`),
        ...laterPermissions.map(({ name }) => `notAsked permission ${name}`),
        'ok graph',
        'ok organisation',
        'ok subscriptions',
        'ok licences',
        'ok incidents',
        'ok users',
        'ok roles',
        'ok bot',
      ],
    );
    assert.deepEqual(summaryOf(findings), { key: 'doctor.ready', isReady: true });
    const told = findings.length + laterPermissions.length;
    for (const lines of linesIn(findings)) assert.equal(lines.length, told);
  });

  it('is content with a larger permission', async () => {
    const large = await wire.tenants.add('happy', ['Directory.Read.All', 'ServiceHealth.Read.All']);
    assert.deepEqual(failed(await examined(undefined, large)), []);
  });

  interface Case {
    what: string;
    broken: string[];
    isReady?: boolean;
    make?: () => void;
    settings?: () => MicrosoftSettings;
    roles?: readonly string[];
  }
  const without = (name: string) => allRoles.filter((one) => one !== name);
  const cases: Case[] = [
    {
      what: 'the sign-in is not reached',
      settings: () => wire.settings({ loginUrl: nobody }),
      broken: ['signIn: upstream.unavailable', 'bot: upstream.unavailable'],
    },
    {
      what: 'the secret is wrong',
      settings: () => wire.settings({ credential: { kind: 'secret', secret: 'wrong~' } }),
      broken: ['token: connection.app-refused'],
    },
    {
      what: 'the application is not in the tenant',
      settings: () => wire.settings({ appId: tenantId }),
      broken: ['token: connection.not-consented'],
    },
    {
      what: 'a policy keeps it out',
      make: () => void Object.assign(wire.tenants.consents.get(tenantId)!, { isBlocked: true }),
      broken: ['token: connection.blocked', 'bot: connection.blocked'],
    },
    {
      what: 'licences may not be read',
      roles: without('Organization.Read.All'),
      broken: [
        'permission Organization.Read.All: consent',
        'organisation: connection.no-permission',
        'subscriptions: connection.no-permission',
        'licences: connection.no-permission',
      ],
    },
    {
      what: 'users may not be read',
      roles: without('User.Read.All'),
      broken: ['permission User.Read.All: consent', 'users: connection.no-permission'],
    },
    {
      what: 'roles may not be read',
      roles: without('RoleManagement.Read.Directory'),
      broken: [
        'permission RoleManagement.Read.Directory: consent',
        'roles: connection.no-permission',
      ],
    },
    {
      what: 'incidents may not be read',
      roles: without('ServiceHealth.Read.All'),
      broken: ['permission ServiceHealth.Read.All: consent', 'incidents: connection.no-permission'],
      isReady: true,
    },
    {
      what: 'Graph is not reached',
      settings: () => wire.settings({ graphUrl: nobody }),
      broken: ['graph: upstream.unavailable'],
    },
    {
      what: 'Graph does not take the token',
      make: () => wire.graph.fail('401', { on: /v1\.0/ }),
      broken: ['organisation', 'subscriptions', 'licences', 'incidents', 'users', 'roles'].map(
        (check) => `${check}: connection.token-refused`,
      ),
    },
    {
      what: 'something else answers in its place',
      make: () => wire.graph.fail('another shape', { on: /v1\.0/ }),
      broken: ['organisation', 'subscriptions', 'licences', 'incidents', 'users', 'roles'].map(
        (check) => `${check}: upstream.malformed`,
      ),
    },
    {
      what: 'only roles can not be asked for',
      make: () => wire.graph.fail('500', { on: /transitiveMemberOf/ }),
      broken: ['roles: upstream.unavailable'],
    },
  ];
  for (const { what, broken, isReady = false, make, settings, roles } of cases) {
    it(`says what to do when ${what}`, async () => {
      if (roles) tenantId = await wire.tenants.add('happy', roles);
      make?.();
      const findings = await examined(settings?.());
      assert.deepEqual(failed(findings), broken);
      assert.equal(summaryOf(findings).isReady, isReady);
      for (const lines of linesIn(findings)) {
        assert.doesNotMatch(lines.join('\n'), /secret~|wrong~|eyJ|\{\{/);
      }
    });
  }

  it('says what to set, and asks nothing, when nothing is set', async () => {
    const findings = await examineTenant(undefined, tenantId, limits);
    assert.deepEqual(failed(findings), ['settings: settings']);
    assert.ok(findings.slice(1).every(({ state }) => state === 'notAsked'));
    assert.equal(wire.entra.calls.length + wire.graph.calls.length, 0);
  });

  it('says that the tenant does not exist', async () => {
    const findings = await examined(undefined, '0c1e7a52-6b8e-4a55-8a70-000000000000');
    assert.deepEqual(failed(findings), ['token: connection.tenant-unknown']);
  });

  it('says that the bot itself can not sign in', async () => {
    const findings = await examined(undefined, tenantId, botOf('old~'));
    assert.deepEqual(failed(findings), ['bot: connection.app-refused']);
  });

  it('asks for no bot where there is none, or where its identity is managed', async () => {
    const hosts = wire.settings();
    assert.equal((await examineBot(undefined, hosts, limits)).advice, 'noBot');
    const managed = { ...botOf(), password: undefined };
    assert.equal((await examineBot(managed, hosts, limits)).advice, 'managedBot');
    assert.equal(wire.entra.calls.length, 0);
  });
});
