import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { promisify } from 'node:util';
import { root } from '../../house/read.ts';

const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
/** As the Emulator makes it, but for what it is signed with. */
const token = [
  part({ alg: 'RS256', typ: 'JWT' }),
  part({ iss: 'https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/' }),
  'signed',
].join('.');

/** Prints which packages are loaded after the app is, and what the SDK makes with those that are not. */
const script = (keys: string): string => `
  import { createRequire } from 'node:module';
  import { loadLater } from './bot/start/later.js';
  loadLater();
  await import('./bot/compose/app.ts');
  const require = createRequire(process.cwd() + '/bot/main.js');
  const loaded = (name) =>
    Object.keys(require.cache).filter((file) => file.includes('/node_modules/' + name + '/')).length;
  const names = [
    '@azure/identity',
    '@azure/msal-node',
    '@azure/core-rest-pipeline',
    'jsonwebtoken',
    'axios',
    'node-fetch',
    'csv',
    'semver',
    'fs-extra',
  ];
  const before = names.map(loaded);
  const ofSdk = createRequire(require.resolve('botbuilder'));
  const connector = ofSdk('botframework-connector');
  const { createWebResource } = createRequire(ofSdk.resolve('botbuilder-core'))('botbuilder-stdlib/lib/azureCoreHttpCompat');
  const identity = new connector.JwtTokenProviderFactory().createAzureServiceTokenProvider('an-id');
  const { OpenIdMetadata } = ofSdk('botframework-connector/lib/auth/openIdMetadata.js');
  const { key } = await new OpenIdMetadata('${keys}').getKey('one');
  const certificate = new connector.CertificateAppCredentials('app', 'thumb', 'key', 'tenant');
  console.log(JSON.stringify({
    before,
    identity: typeof identity.getToken,
    key: key.split('\\n')[0],
    emulator: connector.EmulatorValidation.isTokenFromEmulator('Bearer ${token}'),
    resource: createWebResource({ url: 'https://example.org' }).method,
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
      assert.deepEqual(before, [1, 1, 1, 1, 1, 1, 1, 1, 1]);
      assert.deepEqual(used, {
        identity: 'function',
        key: '-----BEGIN RSA PUBLIC KEY-----',
        emulator: true,
        resource: 'GET',
        // What signs says so: it was loaded, and came as far as the key.
        certificate: 'secretOrPrivateKey must be an asymmetric key when using RS256',
      });
    } finally {
      server.close();
    }
  });
});
