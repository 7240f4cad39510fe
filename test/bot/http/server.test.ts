import assert from 'node:assert/strict';
import { request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import { maximumBodySize } from '../../../bot/http/limitedBody.ts';
import { Server } from '../../../bot/http/server.ts';
import { startTurnServer, type TurnServer } from '../../support/bot/turnServer.ts';
import { keptLog } from '../../support/process/logLines.ts';

const activity = {
  type: 'message',
  id: '1',
  channelId: 'msteams',
  serviceUrl: 'http://127.0.0.1:1/',
  conversation: { id: 'a:1' },
  from: { id: '29:1' },
  recipient: { id: '28:1' },
  text: 'a secret of the sender',
};
const json = { 'content-type': 'application/json' };

describe('the server', () => {
  let turns: number;
  let bot: TurnServer;
  let isReady: () => Promise<boolean>;

  beforeEach(async () => {
    turns = 0;
    isReady = async () => true;
    const logic = async () => {
      turns += 1;
    };
    bot = await startTurnServer(logic, { ready: () => isReady() });
  });
  afterEach(() => bot.server.close());

  const post = (body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = json) =>
    fetch(`${bot.url}/api/messages`, { method: 'POST', body, headers });

  const sized = (size: number) => {
    const frame = JSON.stringify({ ...activity, value: '' }).length;
    return JSON.stringify({ ...activity, value: 'x'.repeat(size - frame) });
  };

  it('hands a valid activity to a turn and answers 200 without a body', async () => {
    const response = await post(JSON.stringify(activity));
    assert.equal(response.status, 200);
    assert.equal(await response.text(), '');
    assert.equal(turns, 1);
  });

  it('takes a body of exactly the allowed size', async () => {
    assert.equal((await post(sized(maximumBodySize))).status, 200);
    assert.equal(turns, 1);
  });

  const bomb = new Uint8Array(gzipSync(Buffer.alloc(20 * 1024 * 1024, 32)));
  const refusals: [
    string,
    () => string | Uint8Array<ArrayBuffer>,
    Record<string, string>,
    number,
    Record<string, string>,
  ][] = [
    [
      'a gzip bomb',
      () => bomb,
      { ...json, 'content-encoding': 'gzip' },
      415,
      { reason: 'encoding' },
    ],
    [
      'an encoding of any name',
      () => JSON.stringify(activity),
      { ...json, 'content-encoding': 'br' },
      415,
      { reason: 'encoding' },
    ],
    ['one byte too many', () => sized(maximumBodySize + 1), json, 413, { reason: 'size' }],
    [
      'another content type',
      () => JSON.stringify(activity),
      { 'content-type': 'text/plain' },
      400,
      { reason: 'content-type' },
    ],
    ['broken JSON', () => '{"type":"a secret', json, 400, { reason: 'json' }],
    ['an empty body', () => '', json, 400, { reason: 'json' }],
    ['bytes that are no text', () => new Uint8Array([0xc3, 0x28]), json, 400, { reason: 'json' }],
    ['endless nesting', () => '['.repeat(100_000), json, 400, { reason: 'json' }],
    [
      'nesting that closes again',
      () => '['.repeat(100_000) + ']'.repeat(100_000),
      json,
      400,
      { reason: 'envelope', field: 'body' },
    ],
    ['a stranger', () => '{"a":1}', json, 400, { reason: 'envelope', field: 'type' }],
    [
      'a sender without id',
      () => JSON.stringify({ ...activity, from: {} }),
      json,
      400,
      { reason: 'envelope', field: 'from.id' },
    ],
  ];
  for (const [name, body, headers, status, expected] of refusals) {
    it(`refuses ${name} with ${status}, says why, runs no turn and logs nothing of it`, async () => {
      const response = await post(body(), headers);
      assert.equal(response.status, status);
      assert.deepEqual(await response.json(), { error: { code: 'activity.invalid', ...expected } });
      assert.equal(turns, 0);
      // A minute and a second of the day may look like an id.
      const told = bot.lines.join('').replaceAll(/"time":"[^"]*"/g, '');
      assert.doesNotMatch(told, /secret|29:1|a:1/);
      const counted = await bot.metrics.httpRejects.get();
      assert.deepEqual(counted.values, [{ value: 1, labels: { reason: expected.reason } }]);
    });
  }

  it('stops reading a body without a length once it is too large', async () => {
    const { promise, resolve, reject } = Promise.withResolvers<number>();
    const request = httpRequest(`${bot.url}/api/messages`, { method: 'POST', headers: json });
    let sent = 0;
    const timer = setInterval(() => {
      sent += 1;
      request.write(Buffer.alloc(64 * 1024, 32));
    }, 1);
    request.on('response', (response) => resolve(response.statusCode ?? 0));
    request.on('error', reject);
    assert.equal(await promise, 413);
    clearInterval(timer);
    request.destroy();
    assert(sent < 50, `${sent} chunks were taken`);
  });

  it('survives a client that hangs up in the middle of its body', async () => {
    const socket = connect(Number(new URL(bot.url).port), '127.0.0.1');
    socket.write('POST /api/messages HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n');
    socket.write('Content-Type: application/json\r\n\r\n{"type":');
    await new Promise((resolve) => setTimeout(resolve, 30));
    socket.destroy();
    await new Promise((resolve) => setTimeout(resolve, 30));
    assert.equal((await post(JSON.stringify(activity))).status, 200);
    assert.equal(turns, 1);
  });

  const routes: [string, string, number][] = [
    ['GET', '/healthz', 200],
    ['GET', '/readyz', 200],
    ['GET', '/metrics', 200],
    ['GET', '/api/messages', 405],
    ['PUT', '/api/messages', 405],
    ['DELETE', '/api/messages', 405],
    ['POST', '/healthz', 405],
    ['GET', '/nowhere', 404],
    ['GET', '/%E0%A4%A', 404],
  ];
  for (const [method, path, status] of routes) {
    it(`answers ${method} ${path} with ${status} and harmless headers`, async () => {
      const response = await fetch(bot.url + path, { method });
      assert.equal(response.status, status);
      assert.equal(response.headers.get('x-content-type-options'), 'nosniff');
      assert.equal(response.headers.get('server'), null);
      const text = await response.text();
      if (status >= 400) assert.deepEqual(JSON.parse(text), { error: { code: `http.${status}` } });
    });
  }

  const unready: [string, () => Promise<boolean>][] = [
    ['is out of reach', async () => false],
    ['fails', () => Promise.reject(new RangeError('disk'))],
  ];
  for (const [name, state] of unready) {
    it(`stays alive but is not ready when the storage ${name}`, async () => {
      isReady = state;
      assert.equal((await fetch(`${bot.url}/readyz`)).status, 503);
      assert.equal((await fetch(`${bot.url}/healthz`)).status, 200);
    });
  }

  it('counts turns for Prometheus', async () => {
    await post(JSON.stringify(activity));
    await post(JSON.stringify({ ...activity, type: 'whatever the sender likes' }));
    const text = await (await fetch(`${bot.url}/metrics`)).text();
    assert.match(text, /upgradera_turns_total\{kind="message",outcome="answered"\} 1/);
    assert.match(text, /upgradera_turns_total\{kind="other",outcome="answered"\} 1/);
    assert.match(text, /upgradera_turn_duration_seconds_count\{kind="message"\} 1/);
    assert.doesNotMatch(text, /sender likes/);
  });

  it('tells nothing of an error in a mounted route', async () => {
    bot.server.restify.get('/broken', async () => {
      throw new RangeError('a secret path /home/x');
    });
    const response = await fetch(`${bot.url}/broken`);
    assert.equal(response.status, 500);
    assert.deepEqual(await response.json(), { error: { code: 'http.500' } });
  });

  it('survives a mounted route that fails in the middle of its answer', async () => {
    bot.server.restify.get('/half', async (_request, response) => {
      response.writeHead(200);
      response.write('half');
      throw new RangeError('a secret path /home/x');
    });
    await assert.rejects(fetch(`${bot.url}/half`).then((response) => response.text()));
    assert.equal((await fetch(`${bot.url}/healthz`)).status, 200);
  });

  it('says that the port is taken', async () => {
    const port = Number(new URL(bot.url).port);
    const second = new Server({
      log: keptLog().log,
      metrics: bot.metrics,
      authenticates: false,
      ready: isReady,
      onActivity: async () => ({ status: 200 }),
    });
    await assert.rejects(second.listen(port, '127.0.0.1'), {
      code: 'server.port-taken',
      detail: `127.0.0.1:${port}`,
    });
    await second.close();
  });

  it('says that the host is no address of this machine', async () => {
    const second = new Server({
      log: keptLog().log,
      metrics: bot.metrics,
      authenticates: false,
      ready: isReady,
      onActivity: async () => ({ status: 200 }),
    });
    for (const host of ['nowhere.invalid', '192.0.2.1']) {
      await assert.rejects(second.listen(0, host), {
        code: 'server.host-unknown',
        detail: `${host}:0`,
      });
    }
    await second.close();
  });
});
