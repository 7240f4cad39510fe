/** Calls of the channel's connector service, in JSON. */
import { z } from 'zod';
import { memoizeLast } from '../../commerce/base/memoize.ts';
import { retryAfterSeconds } from '../../commerce/base/retryAfter.ts';
import { note, traced } from '../../commerce/base/traced.ts';
import type { Metrics } from '../metrics.ts';
import { ConnectorError } from './connectorError.ts';
import {
  type ChannelAnswer,
  type ChannelRequest,
  type Exchange,
  ExchangeError,
} from './exchange/exchange.ts';

export interface ConnectorCall {
  /** For errors and metrics. */
  operation: string;
  method: ChannelRequest['method'];
  /** Relative to the service URL, encoded. */
  path: string;
  headers?: Record<string, string>;
  body?: unknown;
}

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

export class ConnectorTransport {
  readonly #metrics: Metrics;
  readonly #exchange: Pick<Exchange, 'send'>;

  constructor(metrics: Metrics, exchange: Pick<Exchange, 'send'>) {
    this.#metrics = metrics;
    this.#exchange = exchange;
  }

  /**
   * @returns the parsed body; undefined when it is empty, no JSON or too long to be an answer
   * @throws ConnectorError
   */
  send(serviceUrl: string, token: string | undefined, call: ConnectorCall): Promise<unknown> {
    return traced(
      `channel.${call.operation}`,
      () => ({}),
      () => this.#send(serviceUrl, token, call),
    );
  }

  async #send(
    serviceUrl: string,
    token: string | undefined,
    call: ConnectorCall,
  ): Promise<unknown> {
    const { operation } = call;
    const { statusCode, retryAfter, text } = await this.#answerOf(
      requestOf(serviceUrl, token, call),
      operation,
    );
    this.#metrics.connectorCalls.inc({ operation, status: String(statusCode) });
    note({ 'http.response.status_code': statusCode });
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

  async #answerOf(request: ChannelRequest, operation: string): Promise<ChannelAnswer> {
    try {
      return await this.#exchange.send(request);
    } catch (error) {
      const known = error instanceof ExchangeError;
      const { status, sent } = known ? error : { status: 'network', sent: false };
      this.#metrics.connectorCalls.inc({ operation, status });
      throw new ConnectorError({ operation, sent, cause: error });
    }
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
): ChannelRequest {
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
