/** JSON over kept-alive connections to the channel's connector service. */
import http from 'node:http';
import https from 'node:https';
import { z } from 'zod';
import type { Metrics } from '../metrics.ts';
import { ConnectorError } from './connectorError.ts';

export interface ConnectorCall {
  /** For errors and metrics. */
  operation: string;
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Relative to the service URL, encoded. */
  path: string;
  headers?: Record<string, string>;
  body?: unknown;
}

/** Milliseconds for one call as a whole. */
const callLimit = 10_000;
/** Bytes; a page of members is the largest answer that is read. */
const answerLimit = 1024 * 1024;

const errorSchema = z.object({
  error: z.object({
    code: z.string().max(128).optional(),
    subCode: z.string().max(128).optional(),
  }),
});

/** `Retry-After` is seconds or a date. */
function retryAfterSeconds(header: string | undefined): number | undefined {
  if (header === undefined) return undefined;
  const seconds = /^\d+$/.test(header) ? Number(header) : (Date.parse(header) - Date.now()) / 1000;
  return Number.isNaN(seconds) ? undefined : Math.max(0, seconds);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Without the machinery of an async iterator, which costs more than a short answer does. */
function readText(response: http.IncomingMessage): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const chunks: Buffer[] = [];
  let size = 0;
  response.on('data', (chunk: Buffer) => {
    size += chunk.length;
    chunks.push(chunk);
    if (size <= answerLimit) return;
    // What is too long to be an answer of the channel is no answer.
    resolve('');
    response.destroy();
  });
  response.once('end', () => resolve(Buffer.concat(chunks, size).toString('utf8')));
  response.once('error', reject);
  return promise;
}

export class ConnectorTransport {
  readonly #metrics: Metrics;
  readonly #agents = {
    'http:': new http.Agent({ keepAlive: true }),
    'https:': new https.Agent({ keepAlive: true }),
  };

  constructor(metrics: Metrics) {
    this.#metrics = metrics;
  }

  /**
   * @returns the parsed body; undefined when it is empty or no JSON
   * @throws ConnectorError
   */
  async send(serviceUrl: string, token: string | undefined, call: ConnectorCall): Promise<unknown> {
    const url = new URL(call.path, serviceUrl.endsWith('/') ? serviceUrl : `${serviceUrl}/`);
    const body = call.body === undefined ? undefined : JSON.stringify(call.body);
    const secure = url.protocol === 'https:';
    const request = (secure ? https : http).request(url, {
      method: call.method,
      agent: this.#agents[secure ? 'https:' : 'http:'],
      headers: {
        accept: 'application/json',
        'user-agent': 'Upgradera',
        ...call.headers,
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...(body === undefined
          ? {}
          : {
              'content-type': 'application/json; charset=utf-8',
              'content-length': Buffer.byteLength(body),
            }),
      },
    });
    const { response, text } = await this.#exchange(request, body, call.operation);
    const statusCode = response.statusCode ?? 0;
    this.#metrics.connectorCalls.inc({ operation: call.operation, status: String(statusCode) });
    const json = parseJson(text);
    if (statusCode >= 200 && statusCode < 300) return json;

    const wait = retryAfterSeconds(response.headers['retry-after']);
    const told = errorSchema.safeParse(json).data?.error;
    const channelCode = told?.subCode ?? told?.code;
    throw new ConnectorError({
      operation: call.operation,
      statusCode,
      sent: true,
      ...(wait === undefined ? {} : { retryAfterSeconds: wait }),
      ...(channelCode === undefined ? {} : { channelCode }),
    });
  }

  async #exchange(
    request: http.ClientRequest,
    body: string | undefined,
    operation: string,
  ): Promise<{ response: http.IncomingMessage; text: string }> {
    let timedOut = false;
    let connected = false;
    const timer = setTimeout(() => {
      timedOut = true;
      request.destroy();
    }, callLimit);
    try {
      const { promise, resolve, reject } = Promise.withResolvers<http.IncomingMessage>();
      request.once('response', resolve);
      request.on('error', reject);
      request.once('socket', (socket) => {
        connected = !socket.connecting;
        // A kept-alive socket is connected and would collect listeners.
        if (connected) return;
        socket.once(request.protocol === 'https:' ? 'secureConnect' : 'connect', () => {
          connected = true;
        });
      });
      request.end(body);
      const response = await promise;
      return { response, text: await readText(response) };
    } catch (cause) {
      const status = timedOut ? 'timeout' : 'network';
      this.#metrics.connectorCalls.inc({ operation, status });
      throw new ConnectorError({ operation, sent: connected, cause });
    } finally {
      clearTimeout(timer);
    }
  }
}
