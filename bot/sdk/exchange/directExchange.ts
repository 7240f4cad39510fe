/** Requests to the channel over connections that are kept for the next ones. */
import { createRequire } from 'node:module';
import type { Dispatcher } from 'undici';
import {
  type ChannelAnswer,
  type ChannelRequest,
  type Exchange,
  ExchangeError,
} from './exchange.ts';

/** Milliseconds for one call as a whole. */
const callLimit = 10_000;
/** Bytes; a page of members is the largest answer that is read. */
const answerLimit = 1024 * 1024;

const require = createRequire(import.meta.url);

export class DirectExchange implements Exchange {
  /** Loaded by who sends: where a thread does, the others need none of it. */
  readonly #undici: typeof import('undici') = require('undici');
  readonly #agent = new this.#undici.Agent({
    connect: { timeout: callLimit },
    maxResponseSize: answerLimit,
  });

  send(request: ChannelRequest): Promise<ChannelAnswer> {
    const { promise, resolve, reject } = Promise.withResolvers<ChannelAnswer>();
    const chunks: Buffer[] = [];
    let controller: Dispatcher.DispatchController | undefined;
    let head: Omit<ChannelAnswer, 'text'> | undefined;
    let timedOut = false;
    const fail = (cause: unknown): void => {
      clearTimeout(timer);
      const status = timedOut ? 'timeout' : 'network';
      reject(new ExchangeError(status, controller !== undefined, cause));
    };
    const finish = (): void => {
      clearTimeout(timer);
      if (head) resolve({ ...head, text: Buffer.concat(chunks).toString('utf8') });
    };
    const timer = setTimeout(() => {
      timedOut = true;
      fail(undefined);
      controller?.abort(new Error('took too long'));
    }, callLimit);
    this.#agent.dispatch(request, {
      // From here on the request is on its way.
      onRequestStart(started) {
        controller = started;
        if (timedOut) started.abort(new Error('took too long'));
      },
      onResponseStart(_controller, statusCode, headers) {
        const retryAfter = headers['retry-after']?.toString();
        head = { statusCode, ...(retryAfter === undefined ? {} : { retryAfter }) };
      },
      onResponseData(_controller, chunk) {
        chunks.push(chunk);
      },
      onResponseEnd: finish,
      onResponseError: (_controller, error) => {
        if (timedOut) return;
        if (error instanceof this.#undici.errors.ResponseExceededMaxSizeError) {
          chunks.length = 0;
          finish();
        } else fail(error);
      },
    });
    return promise;
  }

  stop(): Promise<void> {
    return this.#agent.close();
  }
}
