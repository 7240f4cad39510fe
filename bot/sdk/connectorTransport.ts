/** JSON over kept-alive connections to the channel's connector service. */
import { Agent, type Dispatcher, errors } from 'undici';
import { z } from 'zod';
import { UpgraderaError } from '../../commerce/base/errors.ts';
import { memoizeLast } from '../../commerce/base/memoize.ts';
import { retryAfterSeconds } from '../../commerce/base/retryAfter.ts';
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

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

interface Answer {
  statusCode: number;
  retryAfter: string | undefined;
  text: string;
}

export class ConnectorTransport {
  readonly #metrics: Metrics;
  readonly #agent = new Agent({ connect: { timeout: callLimit }, maxResponseSize: answerLimit });

  constructor(metrics: Metrics) {
    this.#metrics = metrics;
  }

  /**
   * @returns the parsed body; undefined when it is empty, no JSON or too long to be an answer
   * @throws ConnectorError
   */
  async send(serviceUrl: string, token: string | undefined, call: ConnectorCall): Promise<unknown> {
    const { operation } = call;
    const { statusCode, retryAfter, text } = await this.#exchange(
      requestOf(serviceUrl, token, call),
      operation,
    );
    this.#metrics.connectorCalls.inc({ operation, status: String(statusCode) });
    const json = parseJson(text);
    if (statusCode >= 200 && statusCode < 300) return json;

    const wait = retryAfterSeconds(retryAfter);
    const told = errorSchema.safeParse(json).data?.error;
    const channelCode = told?.subCode ?? told?.code;
    throw new ConnectorError({
      operation,
      statusCode,
      sent: true,
      ...(wait === undefined ? {} : { retryAfterSeconds: wait }),
      ...(channelCode === undefined ? {} : { channelCode }),
    });
  }

  #exchange(request: Dispatcher.DispatchOptions, operation: string): Promise<Answer> {
    const { promise, resolve, reject } = Promise.withResolvers<Answer>();
    const chunks: Buffer[] = [];
    let controller: Dispatcher.DispatchController | undefined;
    let answer: Omit<Answer, 'text'> | undefined;
    let timedOut = false;
    const timer = setTimeout(() => {
      timedOut = true;
      fail(undefined);
      controller?.abort(new UpgraderaError('channel.unavailable', operation));
    }, callLimit);
    const finish = (): void => {
      clearTimeout(timer);
      if (answer) resolve({ ...answer, text: Buffer.concat(chunks).toString('utf8') });
    };
    const fail = (cause: unknown): void => {
      clearTimeout(timer);
      const status = timedOut ? 'timeout' : 'network';
      this.#metrics.connectorCalls.inc({ operation, status });
      reject(new ConnectorError({ operation, sent: controller !== undefined, cause }));
    };
    this.#agent.dispatch(request, {
      // From here on the request is on its way.
      onRequestStart(started) {
        controller = started;
        if (timedOut) started.abort(new UpgraderaError('channel.unavailable', operation));
      },
      onResponseStart(_controller, statusCode, headers) {
        answer = { statusCode, retryAfter: headers['retry-after']?.toString() };
      },
      onResponseData(_controller, chunk) {
        chunks.push(chunk);
      },
      onResponseEnd: finish,
      onResponseError(_controller, error) {
        if (timedOut) return;
        if (error instanceof errors.ResponseExceededMaxSizeError) {
          chunks.length = 0;
          finish();
        } else fail(error);
      },
    });
    return promise;
  }
}

/** The path ends with a slash. A bot hears of very few service URLs. */
const addressOf = memoizeLast((serviceUrl) => {
  const { origin, pathname } = new URL(serviceUrl);
  return { origin, pathname: pathname.endsWith('/') ? pathname : `${pathname}/` };
});

function requestOf(
  serviceUrl: string,
  token: string | undefined,
  { method, path, headers, body }: ConnectorCall,
): Dispatcher.DispatchOptions {
  const { origin, pathname } = addressOf(serviceUrl);
  return {
    origin,
    path: `${pathname}${path}`,
    method,
    headers: {
      accept: 'application/json',
      'user-agent': 'Upgradera',
      ...headers,
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...(body === undefined ? {} : { 'content-type': 'application/json; charset=utf-8' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  };
}
