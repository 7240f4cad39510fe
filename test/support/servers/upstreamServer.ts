/**
 * The sales service as a server: a simulated tenant behind HTTP, and everything that can go wrong on
 * the way. `POST /METHOD` takes the arguments as JSON.
 */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { UpgraderaError } from '../../../commerce/base/errors.ts';
import type { Sandbox } from '../../../sandbox/sandbox.ts';

/** What becomes of one request. `takesEffect`: the tenant learns of it. */
export interface Fault {
  takesEffect: boolean;
  /** Instead of the answer; nothing at all when absent. */
  answers?: (response: ServerResponse, truth: string) => void;
}

const status =
  (code: number, headers: Record<string, string> = {}) =>
  (response: ServerResponse): void => {
    response.writeHead(code, headers);
    response.end('{"error":"no"}');
  };
const text = (body: string) => (response: ServerResponse) => void response.end(body);
const reset = (response: ServerResponse) => void response.destroy();
/** Longer than a usual answer takes, within the client's patience. */
const late = (response: ServerResponse, truth: string): void =>
  void setTimeout(() => response.end(truth), 50);

export const faults = {
  'a time-out before it took effect': { takesEffect: false },
  'a time-out after it took effect': { takesEffect: true },
  '429 with Retry-After': { takesEffect: false, answers: status(429, { 'retry-after': '70' }) },
  '500 before it took effect': { takesEffect: false, answers: status(500) },
  '500 after it took effect': { takesEffect: true, answers: status(500) },
  'a reset before it took effect': { takesEffect: false, answers: reset },
  'a reset after it took effect': { takesEffect: true, answers: reset },
  'a slow answer': { takesEffect: true, answers: late },
  'half an answer': {
    takesEffect: true,
    answers: (response, truth) => response.end(truth.slice(0, -3)),
  },
  'an answer of another shape': { takesEffect: true, answers: text('{"outcome":"perhaps"}') },
} satisfies Record<string, Fault>;
export type FaultName = keyof typeof faults;

/** A clear no, which has no effect and which no repeat changes. */
const refusal: Fault = { takesEffect: false, answers: status(400) };

const asJson = (result: unknown) => JSON.stringify({ result: result ?? null });
/** @throws what is no refusal */
const refusedAs = (error: unknown): undefined => {
  if (!(error instanceof UpgraderaError) || error.retryable) throw error;
};

export type Method =
  | 'billingAccount'
  | 'quote'
  | 'place'
  | 'operation'
  | 'findOperation'
  | 'withdraw';
type Service = Pick<Sandbox, Method>;

export class UpstreamServer {
  #service: Service | undefined;
  readonly #server: Server;
  readonly #planned: { method: Method; fault: Fault; times: number }[] = [];
  /** Methods in the order in which they were called. */
  readonly calls: Method[] = [];

  private constructor() {
    this.#server = createServer((request, response) => void this.#answer(request, response));
  }

  static async start(): Promise<UpstreamServer> {
    const upstream = new UpstreamServer();
    upstream.#server.listen(0, '127.0.0.1');
    await once(upstream.#server, 'listening');
    return upstream;
  }

  serve(service: Service): void {
    this.#service = service;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** The next calls of a method go wrong. */
  fail(method: Method, name: FaultName, times = 1): void {
    this.#planned.push({ method, fault: faults[name], times });
  }

  /** The next calls of a method are turned down. */
  refuse(method: Method, times = 1): void {
    this.#planned.push({ method, fault: refusal, times });
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, 'close');
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const method = request.url?.slice(1) as Method;
    const chunks = await Array.fromAsync(request);
    const args = JSON.parse(Buffer.concat(chunks).toString());
    this.calls.push(method);
    const fault = this.#next(method);
    if (fault && !fault.takesEffect) return fault.answers?.(response, '');
    const ask = this.#service?.[method] as (...args: unknown[]) => Promise<unknown>;
    const truth = await ask.apply(this.#service, args).then(asJson, refusedAs);
    if (truth === undefined) return refusal.answers?.(response, '');
    if (fault) fault.answers?.(response, truth);
    else response.end(truth);
  }

  #next(method: Method): Fault | undefined {
    const planned = this.#planned.find((one) => one.method === method && one.times > 0);
    if (planned) planned.times -= 1;
    return planned?.fault;
  }
}
