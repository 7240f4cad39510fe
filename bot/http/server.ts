/** The HTTP server: the bot's door, health, metrics; other routes may be mounted on it. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { Activity } from 'botbuilder';
import restify from 'restify';
import { type ErrorCode, UpgraderaError } from '../../commerce/base/errors.ts';
import type { Log } from '../log.ts';
import type { Metrics } from '../metrics.ts';
import type { TurnAnswer } from '../sdk/turnAdapter.ts';
import { admit, type Refusal } from './messageGuard.ts';
import { type MetricsAccess, metricsStatus } from './metricsAccess.ts';

/** Where nobody is authenticated, only programs and pages of this machine are served. */
export interface ServerParts extends MetricsAccess {
  log: Log;
  metrics: Metrics;
  /** Whether the storage can be reached. */
  ready: () => Promise<boolean>;
  onActivity: (authorization: string, activity: Activity) => Promise<TurnAnswer>;
}

/** Milliseconds that closing takes at most. */
const closingLimit = 10_000;
/** Milliseconds in which a request must have arrived whole; the channel gives up at this age. */
const requestLimit = 15_000;

/** What the system says when it can't listen. */
const listenErrors: Record<string, ErrorCode> = {
  EADDRINUSE: 'server.port-taken',
  EADDRNOTAVAIL: 'server.host-unknown',
  EAI_AGAIN: 'server.host-unknown',
  ENOTFOUND: 'server.host-unknown',
};

/** Resolves when the answer has left or the client is gone. */
async function answer(response: ServerResponse, { status, body }: TurnAnswer): Promise<void> {
  if (response.destroyed) return;
  const json = body === undefined ? '' : JSON.stringify(body);
  response.writeHead(status, {
    ...(json ? { 'content-type': 'application/json; charset=utf-8' } : {}),
    'content-length': Buffer.byteLength(json),
    'cache-control': 'no-store',
  });
  const { promise: gone, resolve } = Promise.withResolvers<void>();
  response.once('close', resolve).once('error', resolve);
  response.end(json);
  await gone;
}

const errorBody = (code: string, more: Record<string, string> = {}) => ({
  error: { code, ...more },
});

export class Server {
  /** For mounting more routes. */
  readonly restify: restify.Server;
  readonly #parts: ServerParts;
  readonly #turns = new Set<Promise<void>>();
  readonly #sockets = new Set<Socket>();
  #closing: Promise<void> | undefined;

  constructor(parts: ServerParts) {
    this.#parts = parts;
    this.restify = restify.createServer({ name: '', log: parts.log as never });
    this.restify.server.requestTimeout = requestLimit;
    this.restify.on('connection', (socket: Socket) => {
      this.#sockets.add(socket);
      socket.once('close', () => this.#sockets.delete(socket));
    });
    this.#mount();
  }

  /** @returns the port. @throws server.port-taken, server.host-unknown */
  async listen(port: number, host: string): Promise<number> {
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const fail = (error: NodeJS.ErrnoException) => {
      const code = listenErrors[error.code ?? ''];
      reject(code ? new UpgraderaError(code, `${host}:${port}`, error) : error);
    };
    this.restify.once('error', fail);
    this.restify.listen(port, host, resolve);
    await promise;
    this.restify.removeListener('error', fail);
    this.restify.on('error', (error: Error) => this.#parts.log.error({ err: error }, 'server'));
    return (this.restify.address() as AddressInfo).port;
  }

  /**
   * Takes no more turns, answers those in flight, then hangs up on everybody; after 10 s in any
   * case. Calling again waits for the same end.
   */
  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  async #close(): Promise<void> {
    const { promise: closed, resolve } = Promise.withResolvers<void>();
    this.restify.close(() => resolve());
    const { promise: tooLate, resolve: giveUp } = Promise.withResolvers<void>();
    const limit = setTimeout(giveUp, closingLimit);
    await Promise.race([Promise.allSettled(this.#turns), tooLate]);
    if (this.#turns.size > 0) {
      this.#parts.log.warn({ turns: this.#turns.size }, 'stopped with turns in flight');
    }
    for (const socket of this.#sockets) socket.destroy();
    await Promise.race([closed, tooLate]);
    clearTimeout(limit);
  }

  #mount(): void {
    const { log, metrics, ready } = this.#parts;
    this.restify.pre((_request, response, next) => {
      response.setHeader('X-Content-Type-Options', 'nosniff');
      response.setHeader('Referrer-Policy', 'no-referrer');
      next();
    });
    // Its callback is not called: restify would answer once more, with the error's own message.
    this.restify.on('restifyError', (_request, response, error) => {
      const status = (error as { statusCode?: number }).statusCode ?? 500;
      if (status >= 500) log.error({ err: error }, 'request failed');
      if (response.headersSent) response.destroy();
      else void answer(response, { status, body: errorBody(`http.${status}`) });
    });
    this.restify.get('/healthz', async (_request, response) => answer(response, { status: 200 }));
    this.restify.get('/readyz', async (_request, response) => {
      const isReady = !this.#closing && (await ready().catch(() => false));
      await answer(response, { status: isReady ? 200 : 503 });
    });
    this.restify.get('/metrics', async (request, response) => {
      const status = metricsStatus(request.headers, this.#parts);
      if (status === 401) response.setHeader('WWW-Authenticate', 'Bearer');
      if (status !== 200) return answer(response, { status, body: errorBody(`http.${status}`) });
      const text = await metrics.registry.metrics();
      response.writeHead(200, { 'content-type': metrics.registry.contentType });
      response.end(text);
    });
    this.restify.post('/api/messages', async (request, response) =>
      this.#receive(request, response),
    );
  }

  async #receive(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const admitted = await admit(request, this.#parts).catch(() => undefined);
    // The client hung up: there is nobody to answer.
    if (!admitted) return this.#parts.metrics.httpRejects.inc({ reason: 'broke-off' });
    if ('refusal' in admitted) return this.#refuse(response, admitted.refusal);
    if (this.#closing) {
      this.#parts.metrics.httpRejects.inc({ reason: 'closing' });
      return answer(response, { status: 503 });
    }
    const turn = this.#turn(request.headers.authorization ?? '', admitted.activity, response);
    this.#turns.add(turn);
    await turn.finally(() => this.#turns.delete(turn));
  }

  #refuse(response: ServerResponse, refusal: Refusal): Promise<void> {
    const { code, reason, status, field, size } = refusal;
    this.#parts.metrics.httpRejects.inc({ reason });
    this.#parts.log.warn({ reason, field, size }, 'request refused');
    // What is left of the body is not read.
    response.setHeader('connection', 'close');
    const more = { reason, ...(field === undefined ? {} : { field }) };
    return answer(response, { status, body: errorBody(code, more) });
  }

  async #turn(authorization: string, activity: Activity, response: ServerResponse): Promise<void> {
    const { log, onActivity } = this.#parts;
    const result = await onActivity(authorization, activity).catch((error: unknown) => {
      log.error({ err: error }, 'turn failed');
      return { status: 500, body: errorBody('turn.failed') };
    });
    await answer(response, result);
  }
}
