import assert from 'node:assert/strict';
import { botIdentity } from '../../support/bot/botIdentity.ts';
import { ask } from '../../support/bot/lyingRequest.ts';
import { startTurnServer, type TurnServer } from '../../support/bot/turnServer.ts';

const activity = {
  type: 'message',
  id: '1',
  channelId: 'emulator',
  serviceUrl: 'http://127.0.0.1:1/',
  conversation: { id: 'a secret' },
  from: { id: 'user' },
  recipient: { id: 'bot' },
  text: 'a secret',
};

describe('without an app id, the door', () => {
  let turns: number;
  let bot: TurnServer;
  beforeEach(async () => {
    turns = 0;
    bot = await startTurnServer(async () => {
      turns += 1;
    });
  });
  afterEach(() => bot.server.close());

  const post = (headers: Record<string, string>) =>
    ask(`${bot.url}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(activity),
    });

  const strangers: [who: string, headers: Record<string, string>][] = [
    ['a name that somebody’s DNS points here', { host: 'evil.example' }],
    ['a page of another site', { origin: 'https://evil.example' }],
    ['a page without an origin of its own', { origin: 'null' }],
    ['a page that was rebound', { host: 'evil.example:80', origin: 'http://evil.example:80' }],
  ];
  for (const [who, headers] of strangers) {
    it(`is closed to ${who}, whose words are neither read nor logged`, async () => {
      const { status, text } = await post(headers);
      assert.equal(status, 403);
      assert.equal(text, '{"error":{"code":"activity.refused","reason":"host"}}');
      assert.equal(turns, 0);
      assert.doesNotMatch(bot.lines.join(''), /secret/);
      const { values } = await bot.metrics.httpRejects.get();
      assert.deepEqual(values, [{ value: 1, labels: { reason: 'host' } }]);
    });

    it(`tells no figures to ${who}`, async () => {
      const { status, text } = await ask(`${bot.url}/metrics`, { headers });
      assert.equal(status, 404);
      assert.doesNotMatch(text, /upgradera/);
    });
  }

  const neighbours: [who: string, headers: Record<string, string>][] = [
    ['the Emulator and the Playground', { host: 'localhost:3978' }],
    ['a program that says 127.0.0.1', { host: '127.0.0.1' }],
    ['a program that says [::1]', { host: '[::1]:3978' }],
    ['a page of this machine', { host: 'localhost', origin: 'http://localhost:5173' }],
  ];
  for (const [who, headers] of neighbours) {
    it(`is open to ${who}, and so are the figures`, async () => {
      assert.equal((await post(headers)).status, 200);
      assert.equal(turns, 1);
      const { status, text } = await ask(`${bot.url}/metrics`, { headers });
      assert.equal(status, 200);
      assert.match(text, /upgradera_turns_total/);
    });
  }
});

describe('with an app id, the door', () => {
  let bot: TurnServer;
  before(async () => {
    bot = await startTurnServer(async () => undefined, { bot: botIdentity() });
  });
  after(() => bot.server.close());

  it('goes by any name: what counts is the token', async () => {
    const headers = { host: 'bot.contoso.example', 'content-type': 'application/json' };
    const body = JSON.stringify(activity);
    const { status } = await ask(`${bot.url}/api/messages`, { method: 'POST', headers, body });
    assert.equal(status, 401);
  });

  const guesses: [what: string, headers: Record<string, string>][] = [
    ['nothing', {}],
    ['any token', { authorization: 'Bearer anything' }],
    ['an empty token', { authorization: 'Bearer ' }],
  ];
  for (const [what, headers] of guesses) {
    it(`has no figures for anybody, with ${what}`, async () => {
      const { status, text } = await ask(`${bot.url}/metrics`, { headers });
      assert.equal(status, 404);
      assert.equal(text, '{"error":{"code":"http.404"}}');
    });
  }
});

describe('with a token for the figures, the door', () => {
  const metricsToken = 'a-token-of-the-operator';
  for (const identity of [undefined, botIdentity()]) {
    describe(identity ? 'with an app id' : 'without an app id', () => {
      let bot: TurnServer;
      before(async () => {
        const options = { metricsToken, ...(identity ? { bot: identity } : {}) };
        bot = await startTurnServer(async () => undefined, options);
      });
      after(() => bot.server.close());

      const wrong: [what: string, headers: Record<string, string>][] = [
        ['none', {}],
        ['another', { authorization: 'Bearer a-token-of-somebody' }],
        ['half of it', { authorization: `Bearer ${metricsToken.slice(0, 9)}` }],
        ['more than it', { authorization: `Bearer ${metricsToken}x` }],
        ['another scheme', { authorization: `Basic ${metricsToken}` }],
      ];
      for (const [what, headers] of wrong) {
        it(`answers 401 to ${what}`, async () => {
          const response = await fetch(`${bot.url}/metrics`, { headers });
          assert.equal(response.status, 401);
          assert.equal(response.headers.get('www-authenticate'), 'Bearer');
          assert.deepEqual(await response.json(), { error: { code: 'http.401' } });
        });
      }

      it('gives the figures to who shows it, under any name', async () => {
        const headers = { host: 'bot.internal', authorization: `bearer ${metricsToken}` };
        const { status, text } = await ask(`${bot.url}/metrics`, { headers });
        assert.equal(status, 200);
        assert.match(text, /upgradera_turns_total/);
      });
    });
  }
});
