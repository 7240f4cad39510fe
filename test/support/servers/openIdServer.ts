/** Plays the identity provider of the channel: publishes a key and signs tokens with it. */
import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One key serves many channels, as that of the public cloud does. */
const endorsements = ['msteams', 'directline', 'webchat', 'email', 'slack'];

const base64url = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

export class OpenIdServer {
  readonly #key: KeyObject;
  readonly #server: Server;

  static async start(): Promise<OpenIdServer> {
    const provider = new OpenIdServer();
    await new Promise<void>((resolve) => provider.#server.listen(0, '127.0.0.1', resolve));
    return provider;
  }

  private constructor() {
    const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    this.#key = privateKey;
    const keys = [{ ...publicKey.export({ format: 'jwk' }), kid: 'one', endorsements }];
    this.#server = createServer((request, response) => {
      response.setHeader('content-type', 'application/json');
      response.end(
        JSON.stringify(request.url === '/keys' ? { keys } : { jwks_uri: `${this.#origin}/keys` }),
      );
    });
  }

  get #origin(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  get metadataUrl(): string {
    return `${this.#origin}/metadata`;
  }

  /** The value of an Authorization header. */
  bearer(claims: Record<string, unknown>, key: KeyObject = this.#key): string {
    const content = `${base64url({ alg: 'RS256', typ: 'JWT', kid: 'one' })}.${base64url(claims)}`;
    return `Bearer ${content}.${sign('sha256', Buffer.from(content), key).toString('base64url')}`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}
