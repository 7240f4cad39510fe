import assert from 'node:assert/strict';
import { readEnvironment } from '../../bot/environment.ts';
import { complaintsOf } from '../support/bot/settingComplaints.ts';

const GRAPH_APP_ID = '6a1f5d3e-0f5e-4d2c-9c1b-2b7f6f1f7a10';
const GRAPH_APP_SECRET = 'hush~hush';
const whole = { GRAPH_APP_ID, GRAPH_APP_SECRET };

const linesOf = (env: NodeJS.ProcessEnv): string => complaintsOf(env).join('\n');

describe('the settings for real tenants', () => {
  it('may all be absent', () => {
    assert.equal(readEnvironment({}).microsoft, undefined);
  });

  it('are an application with one way to prove who it is', () => {
    const { microsoft } = readEnvironment(whole);
    const credential = { kind: 'secret', secret: GRAPH_APP_SECRET };
    assert.deepEqual(microsoft, { appId: GRAPH_APP_ID, credential, cloud: 'global' });
    const certificate = readEnvironment({ GRAPH_APP_ID, GRAPH_APP_CERTIFICATE: 'a.pem' });
    assert.deepEqual(certificate.microsoft?.credential, { kind: 'certificate', file: 'a.pem' });
    const federated = readEnvironment({ GRAPH_APP_ID, GRAPH_FEDERATED_TOKEN_FILE: 'token' });
    assert.deepEqual(federated.microsoft?.credential, { kind: 'federated', file: 'token' });
    const identityOf = (GRAPH_MANAGED_IDENTITY: string) =>
      readEnvironment({ GRAPH_APP_ID, GRAPH_MANAGED_IDENTITY }).microsoft?.credential;
    assert.deepEqual(identityOf('system'), { kind: 'managedIdentity' });
    assert.deepEqual(identityOf(GRAPH_APP_ID), { kind: 'managedIdentity', clientId: GRAPH_APP_ID });
  });

  it('take another cloud, and other addresses', () => {
    const { microsoft } = readEnvironment({
      ...whole,
      CLOUD: 'china',
      ENTRA_URL: 'https://login.example.com/',
      GRAPH_URL: 'http://127.0.0.1:9',
    });
    assert.equal(microsoft?.cloud, 'china');
    assert.equal(microsoft?.loginUrl, 'https://login.example.com');
    assert.equal(microsoft?.graphUrl, 'http://127.0.0.1:9');
  });

  const PUBLIC_URL = 'https://bot.example';
  const bot = {
    MicrosoftAppId: GRAPH_APP_ID,
    MicrosoftAppPassword: 'hush-hush',
    MicrosoftAppTenantId: GRAPH_APP_ID,
  };
  const served = { ...whole, ...bot, BACKEND: 'microsoft', PUBLIC_URL };

  it('serve real tenants only where that is said', () => {
    assert.equal(readEnvironment({ ...whole, ...bot }).live, undefined);
    assert.equal(readEnvironment({ ...whole, ...bot, BACKEND: 'sandbox' }).live, undefined);
    const { live } = readEnvironment(served);
    assert.equal(live?.publicUrl, PUBLIC_URL);
    assert.equal(live.microsoft.appId, GRAPH_APP_ID);
  });

  const signedWith: [what: string, env: NodeJS.ProcessEnv, secret: object][] = [
    ['the secret of the application', served, { kind: 'text', text: GRAPH_APP_SECRET }],
    [
      'its certificate',
      { ...served, GRAPH_APP_SECRET: '', GRAPH_APP_CERTIFICATE: 'a.pem' },
      { kind: 'file', file: 'a.pem' },
    ],
    [
      'the password of the bot, since a federated token does not stay',
      { ...served, GRAPH_APP_SECRET: '', GRAPH_FEDERATED_TOKEN_FILE: 'token' },
      { kind: 'text', text: 'hush-hush' },
    ],
    [
      'a key of their own',
      { ...served, CONSENT_KEY: 'k'.repeat(32) },
      { kind: 'text', text: 'k'.repeat(32) },
    ],
  ];
  for (const [what, env, secret] of signedWith) {
    it(`sign links to consent with what is derived from ${what}`, () => {
      assert.deepEqual(readEnvironment(env).live?.secret, secret);
    });
  }

  const mistakes: [what: string, env: NodeJS.ProcessEnv, line: RegExp][] = [
    ['an id that is none', { ...whole, GRAPH_APP_ID: 'me' }, /^GRAPH_APP_ID: must be a GUID/],
    ['an id alone', { GRAPH_APP_ID }, /^GRAPH_APP_ID: needs exactly one of GRAPH_APP_SECRET, /],
    ['two proofs', { ...whole, GRAPH_APP_CERTIFICATE: 'a.pem' }, /needs exactly one of/],
    [
      'an identity that is none',
      { GRAPH_APP_ID, GRAPH_MANAGED_IDENTITY: 'mine' },
      /^GRAPH_MANAGED_IDENTITY: must be system or a client id/,
    ],
    ['a secret alone', { GRAPH_APP_SECRET }, /^GRAPH_APP_ID: is missing although GRAPH_APP_SECRET/],
    ['a cloud alone', { CLOUD: 'china' }, /^GRAPH_APP_ID: is missing although CLOUD/],
    ['an unknown cloud', { ...whole, CLOUD: 'moon' }, /^CLOUD: must be one of global, us-gov,/],
    ['an address with a path', { ...whole, GRAPH_URL: 'https://a.example/v1.0' }, /^GRAPH_URL: /],
    ['another back end', { ...served, BACKEND: 'moon' }, /^BACKEND: must be sandbox or microsoft/],
    [
      'real tenants without an application',
      { ...bot, BACKEND: 'microsoft', PUBLIC_URL },
      /^GRAPH_A/,
    ],
    [
      'real tenants without a bot that anybody could vouch for',
      { ...whole, BACKEND: 'microsoft', PUBLIC_URL },
      /^MicrosoftAppId: is needed with BACKEND=microsoft, since without it anybody could be anybody/,
    ],
    ['real tenants without an address', { ...served, PUBLIC_URL: '' }, /^PUBLIC_URL: is needed/],
    ['an address without a use', { ...whole, PUBLIC_URL }, /^PUBLIC_URL: has no meaning without/],
    ['a short key', { ...served, CONSENT_KEY: 'hush' }, /^CONSENT_KEY: must be at least 32/],
    [
      'nothing to sign with',
      {
        ...served,
        MicrosoftAppType: 'UserAssignedMSI',
        MicrosoftAppPassword: '',
        GRAPH_APP_SECRET: '',
        GRAPH_FEDERATED_TOKEN_FILE: 'token',
      },
      /^CONSENT_KEY: is needed/,
    ],
    ['an address that is not safe', { ...whole, ENTRA_URL: 'http://a.example' }, /^ENTRA_URL: /],
  ];
  for (const [what, env, line] of mistakes) {
    it(`tell of ${what}, and say no secret`, () => {
      assert.match(linesOf(env), line);
      assert.doesNotMatch(linesOf(env), /hush/);
    });
  }
});
