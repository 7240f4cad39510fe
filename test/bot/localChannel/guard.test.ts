import assert from 'node:assert/strict';
import { request } from 'node:http';
import { mayReach } from '../../../bot/localChannel/guard.ts';
import { LocalServer } from '../../support/localServer.ts';

describe('who may reach the local channel', () => {
  const cases: [host: string | undefined, origin: string | undefined, allowed: boolean][] = [
    ['localhost:3978', undefined, true],
    ['127.0.0.1:3978', 'http://localhost:5000', true],
    ['[::1]:3978', 'http://127.0.0.1', true],
    ['192.168.1.5:3978', 'http://192.168.1.5:3978', true],
    ['192.168.1.5:3978', 'http://192.168.1.5:80', false],
    ['localhost:3978', 'https://evil.example', false],
    ['localhost:3978', 'http://localhost.evil.example', false],
    ['localhost:3978', 'http://127.0.0.1.evil.example', false],
    ['localhost:3978', 'null', false],
    ['evil.example:3978', undefined, false],
    ['evil.example:3978', 'http://evil.example:3978', false],
    ['', undefined, false],
    [undefined, undefined, false],
  ];
  for (const [host, origin, allowed] of cases) {
    it(`${allowed ? 'serves' : 'refuses'} host ${host}, origin ${origin}`, () => {
      const headers = { ...(host !== undefined && { host }), ...(origin && { origin }) };
      assert.equal(mayReach(headers), allowed);
    });
  }
});

describe('local channel: strangers', () => {
  let server: LocalServer;
  beforeEach(async () => {
    server = await new LocalServer().start();
  });
  afterEach(() => server.stop());

  /** fetch would not let us lie about the host. */
  const status = (method: string, path: string, headers: Record<string, string>) =>
    new Promise<number | undefined>((resolve, reject) => {
      request({ port: server.port, host: '127.0.0.1', method, path, headers }, (response) => {
        response.resume();
        resolve(response.statusCode);
      })
        .on('error', reject)
        .end();
    });

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
