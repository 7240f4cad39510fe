import assert from 'node:assert/strict';
import { once } from 'node:events';
import { WebSocket } from 'ws';
import { LocalServer } from '../../support/servers/localServer.ts';

interface Set {
  activities: { id: string; type: string; text?: string }[];
  watermark: string;
}

describe('local channel: stream', () => {
  let server: LocalServer;
  let id: string;
  beforeEach(async () => {
    server = await new LocalServer().start();
    id = await server.begin();
  });
  afterEach(() => server.stop());

  const open = (options: { watermark?: string; headers?: Record<string, string> } = {}) => {
    const base = server.url.replace('http', 'ws');
    const query = `watermark=${options.watermark ?? ''}`;
    const socket = new WebSocket(`${base}/v3/directline/conversations/${id}/stream?${query}`, {
      headers: options.headers ?? {},
    });
    const sets: Set[] = [];
    socket.on('message', (data) => sets.push(JSON.parse(String(data))));
    return { socket, sets };
  };
  const until = async (done: () => boolean): Promise<void> => {
    while (!done()) await new Promise((resolve) => setTimeout(resolve, 5));
  };

  it('pushes messages, typing, updates and deletions as they come', async () => {
    const { socket, sets } = open();
    await once(socket, 'open');
    await server.send(id, { type: 'typing' });
    const activityId = await server.send(id, { text: 'one' });
    const path = `/${id}/activities/${encodeURIComponent(activityId)}`;
    await server.connector('PUT', path, { type: 'message', text: 'two' });
    await server.connector('DELETE', path);
    await until(() => sets.length === 4);
    assert.deepEqual(
      sets.map(({ activities }) => activities.map(({ type, text }) => [type, text])),
      [
        [['typing', undefined]],
        [['message', 'one']],
        [['message', 'two']],
        [['messageDelete', undefined]],
      ],
    );
  });

  it('shows people what they say before the bot answers', async () => {
    const { socket, sets } = open();
    await once(socket, 'open');
    server.onTurn = async () => {
      await server.send(id, { text: 'answer' });
      return { status: 200 };
    };
    await server.post(id, { type: 'message', text: 'question' });
    await until(() => sets.length === 2);
    assert.deepEqual(
      sets.flatMap(({ activities }) => activities.map(({ text }) => text)),
      ['question', 'answer'],
    );
  });

  it('catches up from the watermark after a gap', async () => {
    await server.send(id, { text: 'seen' });
    const { watermark } = await server.read(id);
    await server.send(id, { text: 'missed' });
    const { sets } = open({ watermark });
    await until(() => sets.length === 1);
    assert.deepEqual(
      sets[0]!.activities.map(({ text }) => text),
      ['missed'],
    );
  });

  const refused: [name: string, headers: Record<string, string>, path: string, status: number][] = [
    ['a foreign page', { origin: 'https://evil.example' }, 'ID', 403],
    ['a foreign host name', { host: 'evil.example' }, 'ID', 403],
    ['an unknown conversation', {}, 'nowhere', 404],
  ];
  for (const [name, headers, path, status] of refused) {
    it(`is closed to ${name}`, async () => {
      id = path.replace('ID', id);
      const { socket } = open({ headers });
      const [, response] = await once(socket, 'unexpected-response');
      assert.equal(response.statusCode, status);
    });
  }

  it('ends when the channel is closed', async () => {
    const { socket } = open();
    await once(socket, 'open');
    const closed = once(socket, 'close');
    await server.stop();
    await closed;
    await server.start();
  });
});
