import assert from 'node:assert/strict';
import { ask } from '../../support/bot/lyingRequest.ts';
import { LocalServer } from '../../support/servers/localServer.ts';

describe('local channel: strangers', () => {
  let server: LocalServer;
  beforeEach(async () => {
    server = await new LocalServer().start();
  });
  afterEach(() => server.stop());

  const status = async (method: string, path: string, headers: Record<string, string>) =>
    (await ask(`${server.url}${path}`, { method, headers })).status;

  const doors: [method: string, path: string][] = [
    ['GET', '/'],
    ['GET', '/page/main.js'],
    ['POST', '/v3/directline/conversations'],
    ['OPTIONS', '/v3/directline/conversations'],
    ['POST', '/connector/v3/conversations'],
    ['GET', '/connector/v3/conversations/x/members'],
  ];
  for (const [method, path] of doors) {
    it(`${method} ${path} is closed to a foreign page and to a foreign name`, async () => {
      assert.equal(await status(method, path, { origin: 'https://evil.example' }), 403);
      assert.equal(await status(method, path, { host: 'evil.example' }), 403);
      assert.equal(server.turns.length, 0);
    });
  }

  it('lets a Direct Line client of another loopback origin ask', async () => {
    const origin = 'http://localhost:5173';
    const path = '/v3/directline/conversations';
    const preflight = await server.ask('OPTIONS', path, undefined, {
      origin,
      'access-control-request-headers': 'authorization,x-ms-bot-agent',
    });
    assert.equal(preflight.status, 204);
    assert.equal(
      preflight.headers.get('access-control-allow-headers'),
      'authorization,x-ms-bot-agent',
    );
    const started = await server.ask('POST', path, {}, { origin });
    assert.equal(started.headers.get('access-control-allow-origin'), origin);
  });

  const outside = [
    '/page/../channel.ts',
    '/page/%2e%2e/channel.ts',
    '/page/..%2fchannel.ts',
    '//etc/passwd',
  ];
  for (const path of outside) {
    it(`serves nothing at ${path}`, async () => {
      assert.equal(await status('GET', path, {}), 404);
    });
  }
});
