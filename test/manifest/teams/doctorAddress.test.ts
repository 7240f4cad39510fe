import assert from 'node:assert/strict';
import {
  type EndpointFault,
  endpointIn,
  faultOfEndpoint,
} from '../../../manifest/teams/endpoint.ts';
import { botIdentity } from '../../support/bot/botIdentity.ts';
import { startTurnServer } from '../../support/bot/turnServer.ts';
import { OpenIdServer } from '../../support/servers/openIdServer.ts';
import { DoctorDesk, type Wrong } from './doctorDesk.ts';

describe('npm run teams -- doctor, on where the bot is reached', () => {
  let desk: DoctorDesk;
  before(async () => {
    desk = await new DoctorDesk().open();
  });
  after(() => desk.close());

  it('finds nothing wrong with a sound set-up but that a test listens on this machine', async () => {
    const { lines, said } = await desk.examine();
    assert.deepEqual(
      lines.filter((line) => line.startsWith('[not ok]')),
      ['[not ok] The messaging endpoint is one that Teams can call'],
      said,
    );
    assert.match(said, /\[ok\] The bot answers there\n/);
    assert.match(said, /\[ok\] The bot can sign in to the chat\n/);
    assert.match(said, /\[ok\] The clock is right\n/);
    assert.match(said, /\n\nNot ready: /);
  });

  it('takes the bot itself for what should answer', async () => {
    const identity = await OpenIdServer.start();
    const options = { bot: botIdentity(identity.metadataUrl) };
    const bot = await startTurnServer(async () => undefined, options);
    try {
      const { said } = await desk.examine({ endpoint: `${bot.url}/api/messages` });
      assert.match(said, /\[ok\] The bot answers there\n/);
    } finally {
      await bot.server.close();
      await identity.stop();
    }
  });

  const wrong: [what: string, wrong: Wrong, named: RegExp][] = [
    ['no https', { endpoint: 'http://127.0.0.1:9/api/messages' }, /begin with https/],
    ['no address', { endpoint: 'bot' }, /endpoint is no address/],
    ['nobody who listens', { endpoint: 'http://127.0.0.1:9/api/messages' }, /Nothing takes the/],
    [
      'a host that nobody knows',
      { endpoint: 'https://bot.contoso.invalid/api/messages' },
      /Nobody knows this host/,
    ],
    ['a bot that lets strangers in', { status: 200 }, /answers strangers/],
    [
      'a redirect',
      { status: 302, headers: { location: 'https://contoso.com' } },
      /does not follow/,
    ],
    ['a firewall', { status: 403 }, /refuses everybody/],
    ['another program', { status: 404 }, /it is no bot/],
    ['a tunnel without a bot', { status: 502 }, /the bot behind it is not/],
    ['a bot that fails', { status: 500 }, /does not answer like the bot.*\(500\)/],
    [
      'consent that comes back elsewhere',
      { env: { PUBLIC_URL: 'https://other.contoso.com' } },
      /name different places/,
    ],
  ];
  for (const [what, set, named] of wrong) {
    it(`names what is wrong, and what to do: ${what}`, () => desk.finds(set, named));
  }
});

describe('the address that the channel calls', () => {
  const addresses: [address: string | undefined, fault: EndpointFault | undefined][] = [
    ['https://bot.contoso.com/api/messages', undefined],
    ['https://bot.contoso.com:8443/api/messages', undefined],
    [undefined, 'endpointMissing'],
    ['bot.contoso.com/api/messages', 'endpointUnreadable'],
    ['http://bot.contoso.com/api/messages', 'endpointHttp'],
    ['https://localhost/api/messages', 'endpointLocal'],
    ['https://127.0.0.1:3978/api/messages', 'endpointLocal'],
    ['https://10.0.0.7/api/messages', 'endpointLocal'],
    ['https://172.31.0.7/api/messages', 'endpointLocal'],
    ['https://192.168.1.7/api/messages', 'endpointLocal'],
    ['https://bot/api/messages', 'endpointLocal'],
    ['https://bot.contoso.com/', 'endpointPath'],
    ['https://bot.contoso.com/api/messages/', 'endpointPath'],
    ['https://bot.contoso.com/api/messages?code=1', 'endpointPath'],
  ];
  for (const [address, fault] of addresses) {
    it(`is ${fault ?? 'sound'}: ${address}`, () => assert.equal(faultOfEndpoint(address), fault));
  }

  it('follows from PUBLIC_URL unless it is given', () => {
    const env = { PUBLIC_URL: 'https://bot.contoso.com/' };
    assert.equal(endpointIn(undefined, env), 'https://bot.contoso.com/api/messages');
    assert.equal(endpointIn('https://a.contoso.com/b', env), 'https://a.contoso.com/b');
    assert.equal(endpointIn(undefined, {}), undefined);
  });
});
