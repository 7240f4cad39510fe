import assert from 'node:assert/strict';
import type { ConversationParameters } from 'botbuilder';
import sinon from 'sinon';
import { createMetrics } from '../../../bot/metrics.ts';
import { ConnectorError } from '../../../bot/sdk/connectorError.ts';
import { ConnectorTransport } from '../../../bot/sdk/connectorTransport.ts';
import { DirectExchange } from '../../../bot/sdk/exchange/directExchange.ts';
import { LeanAuthentication } from '../../../bot/sdk/leanAuthentication.ts';
import { LeanConversations } from '../../../bot/sdk/leanConnector.ts';
import { FakeTeams } from '../../support/teams/fakeTeams.ts';

describe('the connector', () => {
  let teams: FakeTeams;
  let id: string;
  const metrics = createMetrics();
  const transport = new ConnectorTransport(metrics, new DirectExchange());
  const connect = (serviceUrl = teams.serviceUrl, token?: string) =>
    new LeanConversations(transport, serviceUrl, async () => token);
  const hello = { type: 'message', text: 'Hej då' };

  beforeEach(async () => {
    teams = await FakeTeams.start({ botUrl: 'http://127.0.0.1:9' });
    id = teams.conversationId;
  });
  afterEach(() => teams.stop());

  it('sends, replies, replaces and removes', async () => {
    const connector = connect();
    const first = await connector.sendToConversation(id, hello);
    const second = await connector.replyToActivity(id, first.id, { ...hello, text: 'two' });
    assert.notEqual(first.id, second.id);
    assert.deepEqual(
      await connector.updateActivity(id, first.id, { type: 'message', text: 'new' }),
      {
        id: first.id,
      },
    );
    await connector.deleteActivity(id, second.id);
    assert.deepEqual(teams.texts, ['new']);
  });

  it('reads members', async () => {
    const connector = connect();
    const { user } = teams;
    assert.deepEqual(await connector.getConversationMembers(id), [user]);
    assert.deepEqual(await connector.getConversationMember(id, user.id), user);
    assert.deepEqual(await connector.getActivityMembers(id, '1'), [user]);
    const page = await connector.getConversationPagedMembers(id, { pageSize: 50 });
    assert.deepEqual(page.members, [user]);
    assert.match(teams.requests.at(-1)!.path, /pagedmembers\?pageSize=50$/);
  });

  it('opens a conversation and tells its id', async () => {
    const parameters = { isGroup: false, activity: hello } as ConversationParameters;
    const created = await connect().createConversation(parameters);
    assert.equal(created.id, id);
    assert.equal(created.activityId, teams.messages[0]?.id);
  });

  it('replies in a conversation whose id no header can hold', async () => {
    for (const strange of ['sch\u00f6n', '\u4f1a\u8bdd', '\u0000']) {
      const error = await connect()
        .replyToActivity(strange, '1', hello)
        .catch((caught: unknown) => caught);
      assert(error instanceof ConnectorError, 'it was asked and does not know the conversation');
      const { path } = teams.requests.at(-1)!;
      assert(path.includes(encodeURIComponent(strange)), path);
    }
  });

  it('writes ids into the path so that they stay one part of it', async () => {
    const error = await connect()
      .deleteActivity('a:1;messageid=2/../3', 'x?y')
      .catch((thrown: unknown) => thrown);
    assert(error instanceof ConnectorError);
    assert.equal(error.statusCode, 404);
    const path = '/v3/conversations/a%3A1%3Bmessageid%3D2%2F..%2F3/activities/x%3Fy';
    assert.equal(teams.requests[0]?.path, path);
  });

  it('keeps the path of the service URL, with and without a slash at its end', async () => {
    for (const serviceUrl of [`${teams.serviceUrl}emea`, `${teams.serviceUrl}emea/`]) {
      await assert.rejects(connect(serviceUrl).sendToConversation(id, hello));
      assert.match(teams.requests.at(-1)!.path, /^\/emea\/v3\/conversations\//);
    }
  });

  it('keeps its connections for calls that follow each other', async () => {
    const connector = connect();
    for (let call = 0; call < 20; call += 1) await connector.sendToConversation(id, hello);
    assert.ok(new Set(teams.requests.map(({ connection }) => connection)).size <= 2);
  });

  it('takes a message for sent though no id comes back', async () => {
    const card = { contentType: 'application/vnd.microsoft.card.adaptive', content: {} };
    const sent = await connect().sendToConversation(id, { ...hello, attachments: [card] });
    assert.deepEqual(sent, { id: '' });
  });

  it('sends the token of the audience that the SDK names', async () => {
    const audiences: (string | undefined)[] = [];
    const authentication = new LeanAuthentication(
      undefined,
      transport,
      () => true,
      (audience) => {
        audiences.push(audience);
        return async () => 't0ken';
      },
    );
    const client = await authentication.createConnectorFactory().create(teams.serviceUrl, 'them');
    await client.conversations.sendToConversation(id, hello);
    assert.deepEqual(audiences, ['them']);
    assert.equal(teams.requests[0]?.headers.authorization, 'Bearer t0ken');
  });

  const failures: [string, () => void, Partial<ConnectorError>, number][] = [
    [
      'throttling, with the seconds to wait',
      () => teams.fail({ status: 429, retryAfter: 7 }),
      { code: 'channel.throttled', statusCode: 429, retryAfterSeconds: 7, ambiguous: false },
      0,
    ],
    [
      'throttling without seconds',
      () => teams.fail({ status: 429 }),
      { code: 'channel.throttled', ambiguous: false },
      0,
    ],
    [
      'a blocked bot, with the channel’s code',
      () => teams.fail({ status: 403, code: 'ConversationBlockedByUser' }),
      {
        code: 'channel.refused',
        statusCode: 403,
        channelCode: 'ConversationBlockedByUser',
        ambiguous: false,
      },
      0,
    ],
    [
      'a conversation that is gone',
      () => teams.fail({ status: 404 }),
      { code: 'channel.refused', statusCode: 404, ambiguous: false },
      0,
    ],
    [
      'a broken channel',
      () => teams.fail({ status: 502 }),
      { code: 'channel.unavailable', statusCode: 502, ambiguous: true },
      0,
    ],
    [
      'a connection that breaks before the message is taken',
      () => teams.fail({ cut: 'reset' }),
      { code: 'channel.unavailable', ambiguous: true },
      0,
    ],
    [
      'a connection that breaks after the message is taken',
      () => teams.fail({ cut: 'reset', delivered: true }),
      { code: 'channel.unavailable', ambiguous: true },
      1,
    ],
  ];
  for (const [name, arrange, expected, shown] of failures) {
    it(`tells ${name}, after one attempt`, async () => {
      arrange();
      const error = await connect()
        .sendToConversation(id, hello)
        .catch((thrown: unknown) => thrown);
      assert(error instanceof ConnectorError);
      for (const [key, value] of Object.entries(expected)) {
        assert.equal(error[key as keyof ConnectorError], value, key);
      }
      assert.equal(teams.requests.length, 1);
      assert.equal(teams.messages.length, shown);
      assert.doesNotMatch(error.message, /Hej|a:/);
    });
  }

  it('understands a date to wait for', async () => {
    teams.fail({ status: 429, retryAfter: new Date(Date.now() + 30_000).toUTCString() });
    const error = await connect()
      .sendToConversation(id, hello)
      .catch((thrown: unknown) => thrown);
    assert(error instanceof ConnectorError);
    const { retryAfterSeconds = 0 } = error;
    assert(retryAfterSeconds > 25 && retryAfterSeconds <= 30, `${retryAfterSeconds}`);
  });

  it('knows that a message to nobody was not sent', async () => {
    const gone = teams.serviceUrl;
    await teams.stop();
    await assert.rejects(connect(gone).sendToConversation(id, hello), {
      code: 'channel.unavailable',
      statusCode: undefined,
      ambiguous: false,
    });
    teams = await FakeTeams.start({ botUrl: 'http://127.0.0.1:9' });
  });

  it('gives up after 10 s', async () => {
    teams.fail({ cut: 'hang' });
    const clock = sinon.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const call = connect().sendToConversation(id, hello);
    const outcome = assert.rejects(call, { code: 'channel.unavailable', ambiguous: true });
    await teams.waitFor(() => teams.requests.length === 1);
    await clock.tickAsync(10_000);
    clock.restore();
    await outcome;
  });

  it('calls an answer that is no use malformed', async () => {
    const text = { send: async () => ({ members: 'many' }) } as unknown as ConnectorTransport;
    const connector = new LeanConversations(text, 'http://x', async () => undefined);
    await assert.rejects(connector.getConversationPagedMembers(id), { code: 'upstream.malformed' });
  });

  it('counts calls by operation and status', async () => {
    const counted = await metrics.registry.metrics();
    for (const status of ['201', '429', 'network', 'timeout']) {
      assert.match(counted, new RegExp(`operation="sendToConversation",status="${status}"`));
    }
  });
});
