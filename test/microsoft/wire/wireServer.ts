/** What both servers have: an address, calls that are counted, and requests that go wrong. */
import { once } from 'node:events';
import {
  createServer,
  type IncomingHttpHeaders,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { type FaultName, faults } from './wireFaults.ts';

export interface WireRequest {
  method: string;
  /** With the query. */
  path: string;
  headers: IncomingHttpHeaders;
  body: string;
}

export interface WireAnswer {
  status: number;
  headers?: Record<string, string>;
  body: unknown;
}

export class WireServer {
  readonly #server: Server;
  readonly #planned: { name: FaultName; times: number; on: RegExp; before: boolean }[] = [];
  /** Milliseconds between what a call brings about and its answer. */
  slowness: (call: WireRequest) => number = () => 0;
  /** Whose askers were gone before they were answered. */
  readonly unheard: WireRequest[] = [];
  /** In the order in which they came. */
  readonly calls: WireRequest[] = [];

  constructor(answer: (request: WireRequest) => Promise<WireAnswer>) {
    this.#server = createServer(async (request, response) => {
      const body = Buffer.concat(await Array.fromAsync(request)).toString('utf8');
      const { method = '', url: path = '', headers } = request;
      const call: WireRequest = { method, path, headers, body };
      this.calls.push(call);
      const fault = this.#planned.find((one) => one.times > 0 && one.on.test(`${method} ${path}`));
      if (fault) fault.times -= 1;
      const given = fault?.before ? { status: 200, body: '{}' } : await answer(call);
      await delay(this.slowness(call));
      if (response.destroyed) this.unheard.push(call);
      this.#send(response, given, fault?.name);
    });
  }

  async start(): Promise<void> {
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /**
   * The next requests go wrong.
   * @param on what fits `METHOD path`
   * @param before whether they have no effect
   */
  fail(name: FaultName, { times = Number.POSITIVE_INFINITY, on = /./, before = false } = {}): void {
    this.#planned.push({ name, times, on, before });
  }

  /** All is well again. */
  mend(): void {
    this.#planned.length = 0;
    this.calls.length = 0;
  }

  async stop(): Promise<void> {
    if (!this.#server.listening) return;
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, 'close');
  }

  #send(response: ServerResponse, answer: WireAnswer, fault: FaultName | undefined): void {
    const truth = typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body);
    if (fault) {
      faults[fault](response, truth);
      return;
    }
    response.writeHead(answer.status, { 'content-type': 'application/json', ...answer.headers });
    response.end(truth);
  }
}
