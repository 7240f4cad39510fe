import assert from 'node:assert/strict';
import { readEnvironment } from '../../bot/environment.ts';
import { complaintsOf } from '../support/bot/settingComplaints.ts';

const appId = '6a1f5d3e-0f5e-4d2c-9c1b-2b7f6f1f7a10';
const tenantId = '0c1e7a52-6b8e-4a55-8a70-6f8f6f1f7a11';
const single = {
  MicrosoftAppId: appId,
  MicrosoftAppPassword: 'hush',
  MicrosoftAppTenantId: tenantId,
};

describe('readEnvironment', () => {
  it('needs nothing, and then listens on loopback alone', () => {
    assert.deepEqual(readEnvironment({}), {
      port: 3978,
      host: '127.0.0.1',
      dataDir: 'data',
      logLevel: 'info',
      testers: 'everybody',
      agents: [{ userId: 'agent', tenants: 'all' }],
    });
  });

  it('takes an empty variable for one that is not set', () => {
    assert.deepEqual(readEnvironment({ PORT: '', HOST: ' ', MicrosoftAppId: '' }).port, 3978);
  });

  it('listens on all addresses once requests are authenticated', () => {
    const environment = readEnvironment(single);
    assert.equal(environment.host, '0.0.0.0');
    assert.deepEqual(environment.bot, { ...single, MicrosoftAppType: 'SingleTenant' });
  });

  it('lets HOST say otherwise in both cases', () => {
    assert.equal(readEnvironment({ HOST: '::1' }).host, '::1');
    assert.equal(readEnvironment({ ...single, HOST: '10.0.0.4' }).host, '10.0.0.4');
  });

  for (const host of ['0.0.0.0', '::', '192.168.1.5', 'bot.internal', '127.0.0.1.evil.example']) {
    it(`opens ${host} without authentication only when told in so many words`, () => {
      assert.match(
        complaintsOf({ HOST: host }).join('\n'),
        /^HOST: .*UNAUTHENTICATED_ACCESS=everyone/,
      );
      const told = { HOST: host, UNAUTHENTICATED_ACCESS: 'everyone' };
      assert.equal(readEnvironment(told).host, host);
    });
  }

  it('takes origins that may be called in place of those of Teams', () => {
    const SERVICE_URLS = 'https://smba.example.cn/ , http://127.0.0.1:9';
    assert.deepEqual(readEnvironment({ SERVICE_URLS }).serviceUrls, [
      'https://smba.example.cn',
      'http://127.0.0.1:9',
    ]);
  });

  it('knows the type of the app however its letters are cased', () => {
    const { MicrosoftAppPassword, ...managed } = single;
    const type = 'userassignedmsi';
    const { bot } = readEnvironment({ ...managed, MicrosoftAppType: type });
    assert.equal(bot?.MicrosoftAppType, 'UserAssignedMSI');
    assert.equal(bot && 'MicrosoftAppPassword' in bot, false);
  });

  it('takes the address of a database', () => {
    const url = 'postgresql://u:p%23@h:5432/d?sslmode=verify-full';
    assert.equal(readEnvironment({ DATABASE_URL: url }).databaseUrl, url);
  });

  it('takes a token for the figures', () => {
    const token = 'a-token-of-the-operator';
    assert.equal(readEnvironment({ METRICS_TOKEN: token }).metricsToken, token);
  });

  it('lets nobody test with an app id but those who are named, however their ids are cased', () => {
    assert.deepEqual(readEnvironment(single).testers, []);
    const TESTERS = `${tenantId.toUpperCase()}, ${appId}`;
    assert.deepEqual(readEnvironment({ ...single, TESTERS }).testers, [tenantId, appId]);
  });

  it('lets nobody be an agent unless it is told who, and of whom', () => {
    assert.deepEqual(readEnvironment(single).agents, []);
    const AGENTS = `${appId.toUpperCase()}, ${appId}@${tenantId} + ${appId}`;
    assert.deepEqual(readEnvironment({ ...single, AGENTS }).agents, [
      { userId: appId, tenants: 'all' },
      { userId: appId, tenants: [tenantId, appId] },
    ]);
  });

  it('takes port 0 for any free port', () => {
    assert.equal(readEnvironment({ PORT: '0' }).port, 0);
  });

  const mistakes: [string, NodeJS.ProcessEnv, RegExp[]][] = [
    ['a port that is a word', { PORT: 'http' }, [/^PORT: .*whole number/]],
    ['a port that is too high', { PORT: '65536' }, [/^PORT: /]],
    ['a negative port', { PORT: '-1' }, [/^PORT: /]],
    ['a host with a path', { HOST: 'localhost/x' }, [/^HOST: /]],
    ['an unknown log level', { LOG_LEVEL: 'loud' }, [/^LOG_LEVEL: must be one of fatal,/]],
    ['an app id that is no GUID', { ...single, MicrosoftAppId: 'me' }, [/^MicrosoftAppId: /]],
    ['an unknown app type', { ...single, MicrosoftAppType: 'Solo' }, [/^MicrosoftAppType: /]],
    [
      'an app id without its companions',
      { MicrosoftAppId: appId },
      [/^MicrosoftAppPassword: is needed/, /^MicrosoftAppTenantId: is needed/],
    ],
    [
      'a multi-tenant app without a password',
      { MicrosoftAppId: appId, MicrosoftAppType: 'MultiTenant' },
      [/^MicrosoftAppPassword: is needed/],
    ],
    [
      'a managed identity with a password',
      { ...single, MicrosoftAppType: 'UserAssignedMSI' },
      [/^MicrosoftAppPassword: must not be set/],
    ],
    [
      'a password that nobody authenticates with',
      { MicrosoftAppPassword: 'hush' },
      [/^MicrosoftAppId: is missing/],
    ],
    [
      'the address of another database',
      { DATABASE_URL: 'mysql://u:hush@h/d' },
      [/^DATABASE_URL: must be an address like postgres:/],
    ],
    ['an address without a host', { DATABASE_URL: 'hush' }, [/^DATABASE_URL: /]],
    ['a token that can be guessed', { METRICS_TOKEN: 'hush' }, [/^METRICS_TOKEN: .*16 characters/]],
    [
      'a token with blanks, which no header has',
      { METRICS_TOKEN: 'hush hush hush hush' },
      [/^METRICS_TOKEN: /],
    ],
    [
      'another word for everyone',
      { UNAUTHENTICATED_ACCESS: 'hush' },
      [/^UNAUTHENTICATED_ACCESS: must be everyone/],
    ],
    [
      'opening to everyone what asks everyone who they are',
      { ...single, UNAUTHENTICATED_ACCESS: 'everyone' },
      [/^UNAUTHENTICATED_ACCESS: has no meaning with MicrosoftAppId/],
    ],
    ...['hush', 'http://smba.example.cn', 'https://smba.example.cn/hush', 'ftp://hush', ','].map(
      (urls): [string, NodeJS.ProcessEnv, RegExp[]] => [
        `service URLs like ${urls}`,
        { SERVICE_URLS: urls },
        [/^SERVICE_URLS: must be origins like https:/],
      ],
    ),
    [
      'testers that are no ids, once',
      { ...single, TESTERS: 'hush,adele@contoso.example' },
      [/^TESTERS: must be object ids/],
    ],
    [
      'testers where everybody is one',
      { TESTERS: tenantId },
      [/^TESTERS: has no meaning without MicrosoftAppId/],
    ],
    [
      'agents who are no ids, or of no tenant',
      { ...single, AGENTS: `hush,${appId}@contoso` },
      [/^AGENTS: must be object ids/],
    ],
    [
      'agents where nobody proves who they are',
      { AGENTS: tenantId },
      [/^AGENTS: has no meaning without MicrosoftAppId/],
    ],
    ['several at once', { PORT: 'x', LOG_LEVEL: 'x', HOST: '?' }, [/^PORT/, /^HOST/, /^LOG_LEVEL/]],
  ];
  for (const [name, env, expected] of mistakes) {
    it(`refuses ${name} with one line per mistake and no value`, () => {
      const lines = complaintsOf(env);
      assert.equal(lines.length, expected.length, lines.join('\n'));
      for (const [index, pattern] of expected.entries()) assert.match(lines[index]!, pattern);
      assert.doesNotMatch(lines.join('\n'), /hush|65536|loud|Solo/);
    });
  }

  const reader = {
    READER_URL: 'https://models.example.com/v1',
    READER_KEY: 'k',
    READER_MODEL: 'm',
  };

  it('has a reader when its address, key and model are set', () => {
    assert.deepEqual(readEnvironment(reader).reader, {
      kind: 'openai',
      url: 'https://models.example.com/v1',
      key: 'k',
      model: 'm',
      apiVersion: '2024-10-21',
      callsPerDay: 200,
    });
    const more = { READER_KIND: 'azure', READER_API_VERSION: '2025-01-01-preview' };
    const set = readEnvironment({ ...reader, ...more, READER_CALLS_PER_DAY: '7' }).reader;
    assert.equal(set?.kind, 'azure');
    assert.equal(set.apiVersion, '2025-01-01-preview');
    assert.equal(set.callsPerDay, 7);
  });

  for (const name of Object.keys(reader)) {
    it(`wants ${name} where anything else of the reader is set`, () => {
      assert.match(
        complaintsOf({ ...reader, [name]: '' }).join(),
        new RegExp(`^${name}: is missing`),
      );
    });
  }

  const wrongReaders = {
    READER_URL: 'http://models.example.com/v1',
    READER_KEY: 'two words',
    READER_KIND: 'claude',
    READER_API_VERSION: '2024-10-21',
    READER_CALLS_PER_DAY: '0',
  };
  for (const [name, value] of Object.entries(wrongReaders)) {
    it(`refuses a reader with ${name}=${value}, and does not repeat the value`, () => {
      const lines = complaintsOf({ ...reader, [name]: value });
      assert.match(lines.join(), new RegExp(`^${name}: `));
      assert.doesNotMatch(lines.join(), /two words|models\.example|claude/);
    });
  }

  it('lets a reader on this machine be asked over http', () => {
    const set = readEnvironment({ ...reader, READER_URL: 'http://127.0.0.1:11434/v1' }).reader;
    assert.equal(set?.url, 'http://127.0.0.1:11434/v1');
  });
});
