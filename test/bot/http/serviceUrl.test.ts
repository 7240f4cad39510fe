import assert from 'node:assert/strict';
import type { BotIdentity } from '../../../bot/environment.ts';
import { botIdentity, channelClaims } from '../../support/bot/botIdentity.ts';
import { startTurnServer, type TurnServer } from '../../support/bot/turnServer.ts';
import { OpenIdServer } from '../../support/servers/openIdServer.ts';
import { FakeTeams } from '../../support/teams/fakeTeams.ts';

const tenantId = '0c1e7a52-6b8e-4a55-8a70-6f8f6f1f7a12';
const activity = {
  type: 'message',
  channelId: 'msteams',
  conversation: { id: 'a:1', tenantId },
  from: { id: '29:1' },
  recipient: { id: '28:1' },
  channelData: { tenant: { id: tenantId } },
  text: 'x',
};
const refusal = '{"error":{"code":"activity.refused","reason":"service-url"}}';

/** The connector, under an address that leads to it and is none of those that may be called. */
const under = (host: string, url: string): string => url.replace('127.0.0.1', host);

describe('where the bot may call', () => {
  let turns: number;
  let bot: TurnServer;
  let teams: FakeTeams;
  let identity: OpenIdServer;
  beforeEach(async () => {
    turns = 0;
    teams = await FakeTeams.start({ botUrl: 'http://127.0.0.1:9' });
    identity = await OpenIdServer.start();
  });
  afterEach(async () => {
    await bot.server.close();
    await teams.stop();
    await identity.stop();
  });

  const open = async (options: { bot?: BotIdentity; serviceUrls?: string[] }) => {
    bot = await startTurnServer(async () => {
      turns += 1;
    }, options);
  };

  const deliver = async (serviceUrl: string) => {
    const authorization = identity.bearer(channelClaims(serviceUrl));
    const response = await fetch(`${bot.url}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization },
      body: JSON.stringify({ ...activity, serviceUrl }),
    });
    return { status: response.status, text: await response.text() };
  };

  const strange: [what: string, serviceUrl: string][] = [
    ['the service of the cloud that hands out secrets', 'http://169.254.169.254/latest'],
    ['a machine of the network', 'http://10.0.0.7/'],
    ['any site', 'https://evil.example/'],
    ['a name that only begins like this machine', 'http://localhost.evil.example/'],
    ['this machine behind a password', 'https://127.0.0.1@evil.example/'],
  ];
  for (const [what, serviceUrl] of strange) {
    it(`is not ${what}, without an app id`, async () => {
      await open({});
      assert.deepEqual(await deliver(serviceUrl), { status: 403, text: refusal });
      assert.equal(turns, 0);
      const { values } = await bot.metrics.httpRejects.get();
      assert.deepEqual(values, [{ value: 1, labels: { reason: 'service-url' } }]);
      assert.match(bot.lines.join(''), /"reason":"service-url"/);
    });
  }

  for (const serviceUrl of ['http://127.0.0.1:1/', 'http://localhost:1', 'http://[::1]:1/x']) {
    it(`is ${serviceUrl}, without an app id`, async () => {
      await open({});
      assert.equal((await deliver(serviceUrl)).status, 200);
    });
  }

  const foreign: [what: string, serviceUrl: string][] = [
    ['any site', 'https://evil.example/'],
    ['this machine', 'http://127.0.0.1:1/'],
    ['Teams without encryption', 'http://smba.trafficmanager.net/emea/'],
    ['another port of Teams', 'https://smba.trafficmanager.net:8443/'],
    ['somebody else’s name beside that of Teams', 'https://evil.trafficmanager.net/'],
    ['a name that only begins like Teams', 'https://smba.trafficmanager.net.evil.example/'],
  ];
  for (const [what, serviceUrl] of foreign) {
    it(`is not ${what} with an app id, whatever the token says`, async () => {
      await open({ bot: botIdentity(identity.metadataUrl) });
      assert.deepEqual(await deliver(serviceUrl), { status: 403, text: refusal });
      assert.equal(turns, 0);
    });
  }

  const services = [
    'https://smba.trafficmanager.net/emea/',
    'https://smba.infra.gcc.teams.microsoft.com/teams',
    'https://smba.infra.gov.teams.microsoft.us/gcch/',
    'https://smba.infra.dod.teams.microsoft.us/dod/',
  ];
  for (const serviceUrl of services) {
    it(`is ${serviceUrl}, with an app id`, async () => {
      await open({ bot: botIdentity(identity.metadataUrl) });
      assert.equal((await deliver(serviceUrl)).status, 200);
      assert.equal(turns, 1);
    });
  }

  it('is where the operator says, and nowhere else then', async () => {
    const mooncake = 'https://smba.example.cn';
    await open({ bot: botIdentity(identity.metadataUrl), serviceUrls: [mooncake] });
    assert.equal((await deliver(`${mooncake}/teams/`)).status, 200);
    assert.equal((await deliver('https://smba.trafficmanager.net/emea/')).status, 403);
  });

  it('is a matter for who can prove to be the channel: a stranger learns nothing', async () => {
    await open({ bot: botIdentity(identity.metadataUrl) });
    const response = await fetch(`${bot.url}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ...activity, serviceUrl: 'https://evil.example/' }),
    });
    assert.equal(response.status, 401);
  });

  for (const authenticated of [false, true]) {
    it(`holds for what was stored, ${authenticated ? 'with' : 'without'} an app id: no call leaves`, async () => {
      await open(authenticated ? { bot: botIdentity(identity.metadataUrl) } : {});
      const reference = {
        channelId: 'msteams',
        serviceUrl: under('0.0.0.0', teams.serviceUrl),
        conversation: { id: teams.conversationId } as never,
        bot: { id: '28:1', name: 'Upgradera' },
        user: { id: '29:1', name: 'Alex' },
      };
      const said = bot.adapter.continueConversation(reference, async (context) => {
        await context.sendActivity('news');
      });
      await assert.rejects(said, { code: 'channel.not-allowed' });
      assert.equal(teams.requests.length, 0);
    });
  }
});
