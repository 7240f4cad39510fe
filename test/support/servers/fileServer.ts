/** Serves files as OneDrive does for an address that Teams gives out: whoever has it may read. */
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export class FileServer {
  readonly url: string;
  readonly #server: Server;
  readonly #files = new Map<string, Buffer>();
  /** Paths that were asked for. */
  readonly asked: string[] = [];

  static async start(): Promise<FileServer> {
    const server = createServer();
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return new FileServer(server);
  }

  private constructor(server: Server) {
    this.#server = server;
    this.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    server.on('request', ({ url = '' }, response) => {
      this.asked.push(url);
      const content = this.#files.get(url);
      response.statusCode = content ? 200 : 404;
      if (url === '/broken') return response.destroy();
      if (url === '/moved') {
        response.statusCode = 302;
        response.setHeader('location', '/users.csv');
      }
      return response.end(content);
    });
  }

  /** @returns its address */
  put(path: string, content: string | Buffer): string {
    this.#files.set(path, Buffer.from(content as string));
    return `${this.url}${path}`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, 'close');
  }
}
