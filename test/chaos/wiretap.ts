/** A connector service that takes everything from the bot and keeps every word. */
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export class Wiretap {
  readonly #server: Server;
  #heard: string[] = [];

  private constructor() {
    this.#server = createServer(async (request, response) => {
      const chunks = (await request.toArray()) as Buffer[];
      this.#heard.push(`${request.url} ${Buffer.concat(chunks).toString('utf8')}`);
      response.writeHead(201, { 'content-type': 'application/json' });
      response.end(`{"id":"${this.#heard.length}"}`);
    });
  }

  static async start(): Promise<Wiretap> {
    const wiretap = new Wiretap();
    wiretap.#server.listen(0, '127.0.0.1');
    await once(wiretap.#server, 'listening');
    return wiretap;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/`;
  }

  /** What was said since the last call. */
  take(): string[] {
    const heard = this.#heard;
    this.#heard = [];
    return heard;
  }

  async stop(): Promise<void> {
    const closed = new Promise((resolve) => this.#server.close(resolve));
    this.#server.closeAllConnections();
    await closed;
  }
}
