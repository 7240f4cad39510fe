import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import type { ConversationReference, TurnContext } from 'botbuilder';
import { ActivityTypes, TurnContext as Turn } from 'botbuilder';
import sinon from 'sinon';
import type { TurnLogic } from '../../../bot/sdk/turnAdapter.ts';
import { botIdentity, channelClaims } from '../../support/bot/botIdentity.ts';
import { startTurnServer, type TurnServer } from '../../support/bot/turnServer.ts';
import { OpenIdServer } from '../../support/servers/openIdServer.ts';
import type { Flavour } from '../../support/teams/clientFlavour.ts';
import { FakeTeams } from '../../support/teams/fakeTeams.ts';

const invokeAnswer = (status: number, body: unknown): TurnLogic => {
  const value = { status, body };
  return async (context) => {
    await context.sendActivity({ type: ActivityTypes.InvokeResponse, value });
  };
};

describe('a turn', () => {
  let bot: TurnServer;
  let teams: FakeTeams;
  const open = async (logic: TurnLogic, flavour: Flavour = 'teams') => {
    bot = await startTurnServer(logic);
    teams = await FakeTeams.start({ botUrl: bot.url, flavour });
  };
  afterEach(async () => {
    await bot.server.close();
    await teams.stop();
  });

  for (const flavour of ['teams', 'emulator'] as const) {
    it(`sends to ${flavour} as a reply and learns the message's id`, async () => {
      let sentId: string | undefined;
      await open(async (context) => {
        sentId = (await context.sendActivity(`You said: ${context.activity.text}`))?.id;
      }, flavour);
      const { status, activityId } = await teams.say('hello');
      assert.equal(status, 200);
      assert.deepEqual(teams.texts, ['You said: hello']);
      assert.equal(teams.messages[0]?.id, sentId);
      assert.equal(teams.messages[0]?.replyToId, activityId);
    });
  }

  it('answers an invoke with what the logic answered', async () => {
    await open(invokeAnswer(200, { type: 'x', value: 1 }));
    const delivery = await teams.send({ type: 'invoke', name: 'adaptiveCard/action' });
    assert.equal(delivery.status, 200);
    assert.deepEqual(delivery.body, { type: 'x', value: 1 });
  });

  it('answers 501 without a body to an invoke that nobody answered', async () => {
    await open(async () => undefined);
    const { status, body } = await teams.send({ type: 'invoke', name: 'unknown/verb' });
    assert.deepEqual({ status, body }, { status: 501, body: undefined });
  });

  it('puts the replies into the answer when the sender asks for that', async () => {
    await open(async (context) => {
      await context.sendActivity('one');
      await context.sendActivity('two');
    });
    const { status, body } = await teams.send({
      type: 'message',
      text: 'x',
      deliveryMode: 'expectReplies',
    });
    const { activities } = body as { activities: { text: string }[] };
    assert.equal(status, 200);
    assert.deepEqual(
      activities.map(({ text }) => text),
      ['one', 'two'],
    );
    assert.equal(teams.requests.length, 0);
  });

  for (const type of ['message', 'invoke']) {
    it(`that fails answers a ${type} with 500, tells nothing, sends nothing`, async () => {
      await open(async () => {
        throw new RangeError('secret /home/x');
      }, 'emulator');
      const { status, body } = await teams.send({ type, name: 'n', text: 'x' });
      assert.deepEqual({ status, body }, { status: 500, body: { error: { code: 'turn.failed' } } });
      assert.equal(teams.requests.length, 0);
      assert.match(bot.lines.join(''), /secret \/home\/x/);
      assert.match(await bot.metrics.registry.metrics(), /outcome="failed"\} 1/);
    });
  }

  it('that floats past its end meets a revoked context, not the next turn', async () => {
    let kept: TurnContext | undefined;
    await open(async (context) => {
      kept = context;
    });
    await teams.say('x');
    assert.throws(() => kept?.activity, /revoked/);
  });
});

describe('a proactive turn', () => {
  let bot: TurnServer;
  let teams: FakeTeams;
  let reference: Partial<ConversationReference>;
  beforeEach(async () => {
    bot = await startTurnServer(async (context) => {
      reference = Turn.getConversationReference(context.activity);
    });
    teams = await FakeTeams.start({ botUrl: bot.url });
    await teams.say('remember me');
  });
  afterEach(async () => {
    await bot.server.close();
    await teams.stop();
  });

  it('reaches the conversation of a stored reference', async () => {
    const stored = JSON.parse(JSON.stringify(reference));
    await bot.adapter.continueConversation(stored, async (context) => {
      await context.sendActivity('done');
    });
    assert.deepEqual(teams.texts, ['done']);
  });

  it('replaces and removes an earlier message', async () => {
    await bot.adapter.continueConversation(reference, async (context) => {
      const sent = await context.sendActivity('first');
      const gone = await context.sendActivity('gone');
      await context.updateActivity({ type: 'message', id: sent?.id ?? '', text: 'second' });
      await context.deleteActivity(gone?.id ?? '');
    });
    assert.deepEqual(teams.texts, ['second']);
    assert.equal(teams.messages[0]?.replaced, 1);
  });

  it('rejects when the message could not be sent', async () => {
    teams.fail({ status: 403, code: 'BotNotInConversationRoster' });
    await assert.rejects(
      bot.adapter.continueConversation(reference, async (context) => {
        await context.sendActivity('done');
      }),
      { code: 'channel.refused', statusCode: 403, channelCode: 'BotNotInConversationRoster' },
    );
    assert.equal(teams.requests.length, 1);
  });
});

describe('with an app id, a request', () => {
  const stranger = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
  let identity: OpenIdServer;
  let bot: TurnServer;
  let turns: number;
  const console = { error: globalThis.console.error };

  before(async () => {
    identity = await OpenIdServer.start();
    bot = await startTurnServer(
      async () => {
        turns += 1;
      },
      { bot: botIdentity(identity.metadataUrl) },
    );
  });
  after(async () => {
    await bot.server.close();
    await identity.stop();
  });
  beforeEach(() => {
    turns = 0;
    // The SDK prints refused tokens' errors on its own.
    sinon.stub(globalThis.console, 'error');
  });
  afterEach(() => {
    sinon.restore();
    assert.equal(globalThis.console.error, console.error);
  });

  const claims = (serviceUrl: string, more: Record<string, unknown> = {}) => ({
    ...channelClaims(serviceUrl),
    ...more,
  });

  const deliver = async (authorizationFor: (serviceUrl: string) => string | undefined) => {
    const serviceUrl = 'https://smba.trafficmanager.net/emea/';
    const authorization = authorizationFor(serviceUrl);
    const response = await fetch(`${bot.url}/api/messages`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(authorization === undefined ? {} : { authorization }),
      },
      body: JSON.stringify({
        type: 'message',
        channelId: 'msteams',
        serviceUrl,
        conversation: { id: 'a:1' },
        channelData: { tenant: { id: '0c1e7a52-6b8e-4a55-8a70-6f8f6f1f7a12' } },
        from: { id: '29:1' },
        recipient: { id: '28:1' },
        text: 'x',
      }),
    });
    return { status: response.status, text: await response.text() };
  };

  it('with a valid token runs a turn', async () => {
    const { status } = await deliver((url) => identity.bearer(claims(url)));
    assert.equal(status, 200);
    assert.equal(turns, 1);
  });

  const past = Math.floor(Date.now() / 1000) - 7200;
  const refused: [string, (serviceUrl: string) => string | undefined][] = [
    ['without a token', () => undefined],
    ['with an empty header', () => ''],
    ['with another scheme', () => 'Basic dXNlcjpwYXNz'],
    ['with a word for a token', () => 'Bearer nonsense'],
    ['with dots for a token', () => 'Bearer a.b.c'],
    ['signed by a stranger', (url) => identity.bearer(claims(url), stranger)],
    ['with an expired token', (url) => identity.bearer(claims(url, { exp: past }))],
    ['for another bot', (url) => identity.bearer(claims(url, { aud: 'another' }))],
    ['of another issuer', (url) => identity.bearer(claims(url, { iss: 'https://evil.example' }))],
    ['for another service URL', () => identity.bearer(claims('https://evil.example/'))],
  ];
  for (const [name, authorizationFor] of refused) {
    it(`${name} is answered 401 without a reason and runs no turn`, async () => {
      const { status, text } = await deliver(authorizationFor);
      assert.equal(status, 401);
      assert.equal(text, '{"error":{"code":"activity.unauthorised"}}');
      assert.equal(turns, 0);
    });
  }
});
