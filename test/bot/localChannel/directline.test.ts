import assert from 'node:assert/strict';
import { LocalServer } from '../../support/servers/localServer.ts';

describe('local channel: Direct Line', () => {
  let server: LocalServer;
  beforeEach(async () => {
    server = await new LocalServer().start();
  });
  afterEach(() => server.stop());

  /** The bot is told of a new conversation after the client has its answer. */
  const announced = async (): Promise<void> => {
    while (!server.turns.some(({ type }) => type === 'conversationUpdate')) {
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  };

  it('tells the bot who came when a conversation starts', async () => {
    const start = { user: { id: 'alex', name: 'Alex' }, locale: 'sv-SE', tenantId: 'contoso' };
    const { status, body } = await server.ask('POST', '/v3/directline/conversations', start);
    assert.equal(status, 201);
    assert.match(body.streamUrl, /^ws:\/\/127\.0\.0\.1:\d+\/v3\/directline\/conversations\//);
    await announced();
    const [turn] = server.turns;
    assert.equal(turn!.type, 'conversationUpdate');
    assert.deepEqual(
      turn!.membersAdded?.map(({ id }) => id),
      ['upgradera', 'alex'],
    );
    assert.equal(turn!.locale, 'sv-SE');
    assert.equal(turn!.channelData.tenant.id, 'contoso');
    assert.equal(turn!.conversation.tenantId, 'contoso');
    assert.equal(turn!.conversation.id, body.conversationId);
  });

  it('tells the bot only of the second person when one joins', async () => {
    const id = await server.begin();
    await announced();
    server.turns.length = 0;
    const start = { user: { id: 'robin' }, conversationId: id };
    const { status } = await server.ask('POST', '/v3/directline/conversations', start);
    assert.equal(status, 200);
    await announced();
    assert.deepEqual(
      server.turns.map(({ membersAdded, conversation }) => [membersAdded, conversation.isGroup]),
      [[[{ id: 'robin' }], true]],
    );
  });

  it('goes on under the same id after a restart without telling the bot again', async () => {
    const start = { user: { id: 'alex' }, conversationId: 'kept', resume: true };
    const { status, body } = await server.ask('POST', '/v3/directline/conversations', start);
    assert.deepEqual([status, body.conversationId], [201, 'kept']);
    assert.equal((await server.post('kept', { type: 'message', text: 'hi' })).status, 200);
    assert.deepEqual(
      server.turns.map(({ type }) => type),
      ['message'],
    );
  });

  it('starts the conversation that its token was made for', async () => {
    const user = { id: 'dl_alex' };
    const made = await server.ask('POST', '/v3/directline/tokens/generate', { user });
    const authorization = `Bearer ${made.body.token}`;
    const refreshed = await server.ask('POST', '/v3/directline/tokens/refresh', undefined, {
      authorization,
    });
    assert.equal(refreshed.body.conversationId, made.body.conversationId);
    const started = await server.ask('POST', '/v3/directline/conversations', undefined, {
      authorization,
    });
    assert.equal(started.body.conversationId, made.body.conversationId);
    await announced();
    assert.equal(server.turns[0]!.from.id, 'dl_alex');
  });

  it('completes what people post and gives it to the bot', async () => {
    const id = await server.begin();
    const { body } = await server.post(id, {
      type: 'message',
      text: 'upgrade my plan',
      locale: 'en-US',
      deliveryMode: 'expectReplies',
      serviceUrl: 'http://elsewhere.example',
      channelData: { clientActivityID: 'c1' },
    });
    const turn = server.turns.find(({ type }) => type === 'message') as unknown as Record<
      string,
      unknown
    >;
    assert.equal(turn.id, body.id);
    assert.ok(body.id.startsWith(`${id}|`));
    assert.equal(turn.serviceUrl, `${server.url}/connector`);
    assert.equal(turn.channelId, 'directline');
    assert.deepEqual(turn.from, { id: 'alex', name: 'Alex', role: 'user' });
    assert.deepEqual(turn.recipient, { id: 'upgradera', name: 'Upgradera', role: 'bot' });
    assert.deepEqual(turn.channelData, { clientActivityID: 'c1', tenant: { id: 'local' } });
    assert.equal('deliveryMode' in turn, false);
    const { activities } = await server.read(id);
    assert.equal(activities[0].channelData.clientActivityID, 'c1');
  });

  it('shows the card that answered an Execute to whoever looks later', async () => {
    const contentType = 'application/vnd.microsoft.card.adaptive';
    const id = await server.begin();
    const replyToId = await server.send(id, {
      attachments: [{ contentType, name: 'plans', content: { body: ['asked'] } }],
    });
    server.onTurn = async () => ({
      status: 200,
      body: { statusCode: 200, type: contentType, value: { body: ['answered'] } },
    });
    await server.post(id, { type: 'invoke', name: 'adaptiveCard/action', replyToId });
    const { activities } = await server.read(id);
    assert.deepEqual(activities.at(-1).attachments, [
      { contentType, name: 'plans', content: { body: ['answered'] } },
    ]);
  });

  it('returns the answer to an invoke and keeps the invoke out of the history', async () => {
    const id = await server.begin();
    server.onTurn = () => ({ status: 200, body: { statusCode: 200, type: 't', value: 1 } });
    const { body } = await server.post(id, { type: 'invoke', name: 'adaptiveCard/action' });
    assert.deepEqual(body.invokeResponse, {
      status: 200,
      body: { statusCode: 200, type: 't', value: 1 },
    });
    assert.deepEqual((await server.read(id)).activities, []);
  });

  it('answers 502 when the bot fails, with the message kept', async () => {
    const id = await server.begin();
    server.onTurn = () => ({ status: 500 });
    const { status, body } = await server.post(id, { type: 'message', text: 'hi' });
    assert.deepEqual([status, body.error.code], [502, 'BotError']);
    assert.equal((await server.read(id)).activities.length, 1);
  });

  it('returns only what is new after a watermark', async () => {
    const id = await server.begin();
    await server.send(id, { text: 'one' });
    const first = await server.read(id);
    await server.send(id, { text: 'two' });
    const second = await server.read(id, first.watermark);
    const third = await server.read(id, second.watermark);
    const texts = [first, second, third].map(({ activities }) =>
      activities.map(({ text }: { text: string }) => text),
    );
    assert.deepEqual(texts, [['one'], ['two'], []]);
  });

  it('returns everything for a watermark of an earlier run', async () => {
    const id = await server.begin();
    await server.send(id, { text: 'one' });
    assert.equal((await server.read(id, 'earlier.99')).activities.length, 1);
  });

  it('forgets the oldest of a long history', async () => {
    const id = await server.begin();
    for (let n = 1; n <= 205; n += 1) await server.send(id, { text: String(n) });
    const { activities } = await server.read(id);
    assert.equal(activities.length, 200);
    assert.equal(activities[0].text, '6');
  });

  const wrong: [name: string, path: string, body: unknown, status: number, code: string][] = [
    [
      'an unknown conversation',
      '/nowhere/activities',
      { type: 'event' },
      404,
      'ConversationNotFound',
    ],
    ['a body that is not JSON', '/ID/activities', '{', 400, 'BadSyntax'],
    [
      'a type that only channels say',
      '/ID/activities',
      { type: 'conversationUpdate' },
      400,
      'BadArgument',
    ],
    ['nobody who speaks', '/ID/activities', { type: 'message', from: {} }, 400, 'BadArgument'],
    ['a conversation id with a path in it', '', { conversationId: '../x' }, 400, 'BadArgument'],
    [
      'a body that is too large',
      '/ID/activities',
      'x'.repeat(256 * 1024 + 1),
      413,
      'MessageSizeTooBig',
    ],
  ];
  for (const [name, path, body, status, code] of wrong) {
    it(`refuses ${name} with ${status} and does not bother the bot`, async () => {
      const id = await server.begin();
      await announced();
      const whole = typeof body === 'string' ? body : { from: { id: 'alex' }, ...(body as object) };
      const target = `/v3/directline/conversations${path.replace('ID', id)}`;
      const answer = await server.ask('POST', target, whole);
      assert.deepEqual([answer.status, answer.body.error.code], [status, code]);
      assert.equal(server.turns.length, 1);
    });
  }
});
