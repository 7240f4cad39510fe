import assert from 'node:assert/strict';
import { tenantOf } from '../../../bot/turn/identity.ts';
import { botIdentity, channelClaims } from '../../support/bot/botIdentity.ts';
import { startTurnServer, type TurnServer } from '../../support/bot/turnServer.ts';
import { OpenIdServer } from '../../support/servers/openIdServer.ts';

const tenantId = '0c1e7a52-6b8e-4a55-8a70-6f8f6f1f7a12';
const channelData = { tenant: { id: tenantId } };

describe('The tenant that an activity names', () => {
  let identity: OpenIdServer;
  let bot: TurnServer;
  let tenants: string[];
  before(async () => {
    identity = await OpenIdServer.start();
  });
  after(() => identity.stop());
  beforeEach(() => {
    tenants = [];
  });
  afterEach(() => bot.server.close());

  const open = async (authenticates: boolean) => {
    const options = authenticates ? { bot: botIdentity(identity.metadataUrl) } : {};
    bot = await startTurnServer(async ({ activity }) => {
      tenants.push(tenantOf(activity));
    }, options);
  };

  const deliver = async (serviceUrl: string, given: Record<string, unknown>) => {
    const authorization = identity.bearer(channelClaims(serviceUrl));
    const response = await fetch(`${bot.url}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization },
      body: JSON.stringify({
        type: 'message',
        channelId: 'msteams',
        serviceUrl,
        conversation: { id: 'a:1' },
        from: { id: '29:1' },
        recipient: { id: '28:1' },
        ...given,
      }),
    });
    const text = await response.text();
    return { status: response.status, body: text ? JSON.parse(text) : undefined };
  };
  const teams = 'https://smba.trafficmanager.net/emea/';

  it('is taken from Teams with an app id', async () => {
    await open(true);
    assert.equal((await deliver(teams, { channelData })).status, 200);
    assert.equal((await deliver(teams, { conversation: { id: 'a:1', tenantId } })).status, 200);
    assert.deepEqual(tenants, [tenantId, tenantId]);
  });

  const refused: [what: string, given: Record<string, unknown>, reason: string][] = [
    ['written by a client of Direct Line', { channelId: 'directline', channelData }, 'channel'],
    ['written by a web page', { channelId: 'webchat', channelData }, 'channel'],
    ['told in an e-mail', { channelId: 'email', conversation: { id: 'a:1', tenantId } }, 'channel'],
    ['not told by another channel', { channelId: 'slack' }, 'channel'],
    ['not told by Teams', {}, 'tenant'],
    ['empty', { channelData: { tenant: { id: '' } } }, 'tenant'],
  ];
  for (const [what, given, reason] of refused) {
    it(`is refused with an app id when it is ${what}, and counted`, async () => {
      await open(true);
      const { status, body } = await deliver(teams, given);
      assert.equal(status, 403);
      assert.deepEqual(body, { error: { code: 'activity.refused', reason } });
      assert.deepEqual(tenants, []);
      const { values } = await bot.metrics.httpRejects.get();
      assert.deepEqual(values, [{ value: 1, labels: { reason } }]);
      assert.match(bot.lines.join(''), new RegExp(`"reason":"${reason}"`));
    });
  }

  it('is looked at once the sender has proved who it is: a stranger learns nothing', async () => {
    await open(true);
    const response = await fetch(`${bot.url}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        type: 'message',
        channelId: 'directline',
        serviceUrl: teams,
        conversation: { id: 'a:1' },
        from: { id: 'x' },
        recipient: { id: 'y' },
      }),
    });
    assert.equal(response.status, 401);
  });

  const clients: [name: string, given: Record<string, unknown>, tenant: string][] = [
    ['the Emulator', { channelId: 'emulator' }, 'emulator'],
    ['the chat page', { channelId: 'directline', channelData }, tenantId],
    ['the Playground, which calls itself Teams', { channelData }, tenantId],
  ];
  for (const [name, given, tenant] of clients) {
    it(`is taken from ${name} without an app id`, async () => {
      await open(false);
      assert.equal((await deliver('http://localhost:56150/', given)).status, 200);
      assert.deepEqual(tenants, [tenant]);
    });
  }
});
