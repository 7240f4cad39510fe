import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import {
  type Microsoft,
  type MicrosoftSettings,
  openMicrosoft,
} from '../../../microsoft/connection.ts';
import { hasty, WireMicrosoft } from '../wire/wireMicrosoft.ts';
import { type WireAnswer, WireServer } from '../wire/wireServer.ts';

const header = 'only-this-machine-knows';
const variables = ['IDENTITY_ENDPOINT', 'IDENTITY_HEADER'] as const;

/** The endpoint that App Service, Functions and Container Apps give to what runs there. */
describe('an application that trusts a managed identity', () => {
  let wire: WireMicrosoft;
  let machine: WireServer;
  const open: Microsoft[] = [];
  const kept = variables.map((name) => [name, process.env[name]] as const);
  /** By the client id that was asked for; the machine's own without one. */
  const tokens = new Map<string, string>();

  const answer = async (path: string, given: unknown): Promise<WireAnswer> => {
    const { searchParams: asked } = new URL(path, 'http://localhost');
    const token = tokens.get(asked.get('client_id') ?? 'system');
    const isFor = asked.get('resource')?.startsWith('api://AzureADTokenExchange');
    if (given !== header || asked.get('api-version') !== '2019-08-01' || !isFor || !token) {
      return { status: 400, body: { message: `No, you sent ${header}`, statusCode: 400 } };
    }
    const ends = Math.floor(Date.now() / 1000) + 86_400;
    const body = { access_token: token, expires_on: String(ends), token_type: 'Bearer' };
    return { status: 200, body: { ...body, resource: asked.get('resource') } };
  };
  const opened = (clientId?: string, rest: Partial<MicrosoftSettings> = {}): Microsoft => {
    const credential = { kind: 'managedIdentity', ...(clientId ? { clientId } : {}) } as const;
    const microsoft = openMicrosoft(wire.settings({ credential, ...rest }), hasty);
    open.push(microsoft);
    return microsoft;
  };

  before(async () => {
    wire = await WireMicrosoft.start();
    machine = new WireServer(({ path, headers }) => answer(path, headers['x-identity-header']));
    await machine.start();
    process.env.IDENTITY_ENDPOINT = `${machine.url}/msi/token`;
    process.env.IDENTITY_HEADER = header;
  });
  afterEach(async () => {
    wire.mend();
    machine.mend();
    tokens.clear();
    await Promise.all(open.splice(0).map((one) => one.close()));
  });
  after(async () => {
    for (const [name, value] of kept) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
    await machine.stop();
    await wire.stop();
  });

  it('signs in with its token in any tenant, and asks the machine once', async () => {
    const clientId = randomUUID();
    tokens.set(clientId, 'assertion-one');
    wire.app.federatedToken = 'assertion-one';
    const microsoft = opened(clientId);
    for (const tenantId of [await wire.tenants.add(), await wire.tenants.add()]) {
      assert.ok(wire.tenants.given(await microsoft.tokens.token(tenantId)));
    }
    assert.equal(machine.calls.length, 1);
    for (const { body } of wire.entra.calls) assert.doesNotMatch(body, /client_secret/);
  });

  it('may be that of the machine itself, of another cloud', async () => {
    tokens.set('system', 'assertion-two');
    wire.app.federatedToken = 'assertion-two';
    const microsoft = opened(undefined, { cloud: 'us-gov' });
    await microsoft.tokens.token(await wire.tenants.add());
    const asked = new URL(machine.calls[0]?.path ?? '', machine.url).searchParams;
    assert.deepEqual(
      [asked.get('resource'), asked.get('client_id')],
      ['api://AzureADTokenExchangeUSGov', null],
    );
  });

  it('is refused with a word that gives nothing away where the machine has no such identity', async () => {
    const asked = opened(randomUUID()).tokens.token(await wire.tenants.add());
    await assert.rejects(asked, ({ code, message, detail }: Error & Record<string, string>) => {
      assert.equal(code, 'connection.app-refused');
      assert.doesNotMatch(`${message} ${detail}`, new RegExp(header));
      return true;
    });
    assert.equal(wire.entra.calls.length, 0);
  });

  it('can’t be told when the machine does not answer', async () => {
    const clientId = randomUUID();
    tokens.set(clientId, 'assertion');
    machine.fail('500');
    const asked = opened(clientId).tokens.token(await wire.tenants.add());
    await assert.rejects(asked, { code: 'upstream.unavailable' });
  });
});
