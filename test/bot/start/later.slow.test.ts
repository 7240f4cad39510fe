import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { promisify } from 'node:util';
import { root } from '../../house/read.ts';

/** Prints which packages are loaded after the app is, and what the SDK makes with those that are not. */
const script = (keys: string): string => `
  import { createRequire } from 'node:module';
  import { loadLater } from './bot/start/later.js';
  loadLater();
  await import('./bot/compose/app.ts');
  const require = createRequire(process.cwd() + '/bot/main.js');
  const loaded = (name) =>
    Object.keys(require.cache).filter((file) => file.includes('/node_modules/' + name + '/')).length;
  const names = ['@azure/identity', '@azure/msal-node', 'axios', 'node-fetch', 'csv', 'fs-extra'];
  const before = names.map(loaded);
  const connector = createRequire(require.resolve('botbuilder'))('botframework-connector');
  const identity = new connector.JwtTokenProviderFactory().createAzureServiceTokenProvider('an-id');
  const { OpenIdMetadata } = createRequire(require.resolve('botbuilder'))('botframework-connector/lib/auth/openIdMetadata.js');
  const { key } = await new OpenIdMetadata('${keys}').getKey('one');
  const certificate = new connector.CertificateAppCredentials('app', 'thumb', 'key', 'tenant');
  console.log(JSON.stringify({
    before,
    identity: typeof identity.getToken,
    key: key.split('\\n')[0],
    certificate: await certificate.getToken().then(() => 'a token', (error) => error.message),
  }));
  process.exit();
`;

describe('the bot without what it loads later', () => {
  it('loads nothing of it at first, and the SDK uses it all the same', async () => {
    const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const jwk = { ...publicKey.export({ format: 'jwk' }), kid: 'one' };
    const server = createServer((request, response) => {
      const { port } = server.address() as AddressInfo;
      const keys = request.url === '/keys';
      response.end(
        JSON.stringify(keys ? { keys: [jwk] } : { jwks_uri: `http://127.0.0.1:${port}/keys` }),
      );
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    try {
      const args = ['--input-type=module', '-e', script(`http://127.0.0.1:${port}/`)];
      const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: root });
      const { before, ...used } = JSON.parse(stdout);
      // Each is one stand-in.
      assert.deepEqual(before, [1, 1, 1, 1, 1, 1]);
      assert.deepEqual(used, {
        identity: 'function',
        key: '-----BEGIN RSA PUBLIC KEY-----',
        // What signs says so: it was loaded, and came as far as the key.
        certificate: 'secretOrPrivateKey must be an asymmetric key when using RS256',
      });
    } finally {
      server.close();
    }
  });
});
