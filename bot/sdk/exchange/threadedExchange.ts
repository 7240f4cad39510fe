/**
 * Requests to the channel, sent by a thread of their own: to write them out, to encrypt them and to read
 * what is answered costs a tenth of a turn, for which other turns need not wait.
 */
import { Worker } from 'node:worker_threads';
import {
  type ChannelAnswer,
  type ChannelRequest,
  type Exchange,
  ExchangeError,
} from './exchange.ts';

/** To the thread. */
export interface Asked {
  id: number;
  request: ChannelRequest;
}

/** From the thread: one of both. */
export interface Told {
  id: number;
  answer?: ChannelAnswer;
  failure?: { status: 'timeout' | 'network'; sent: boolean; cause: string };
}

export class ThreadedExchange implements Exchange {
  readonly #waiting = new Map<number, PromiseWithResolvers<ChannelAnswer>>();
  /** To be handed over when all turns that can go on now have asked. */
  #asked: Asked[] = [];
  #lastId = 0;
  #thread: Worker | undefined;

  send(request: ChannelRequest): Promise<ChannelAnswer> {
    const waiting = Promise.withResolvers<ChannelAnswer>();
    this.#lastId += 1;
    this.#waiting.set(this.#lastId, waiting);
    if (this.#asked.push({ id: this.#lastId, request }) === 1) setImmediate(() => this.#handOver());
    return waiting.promise;
  }

  async stop(): Promise<void> {
    await Promise.allSettled([...this.#waiting.values()].map(({ promise }) => promise));
    await this.#thread?.terminate();
  }

  #handOver(): void {
    this.#thread ??= this.#start();
    this.#thread.ref();
    this.#thread.postMessage(this.#asked);
    this.#asked = [];
  }

  #start(): Worker {
    const thread = new Worker(new URL('./exchangeThread.ts', import.meta.url));
    thread.on('message', (told: Told[]) => {
      for (const one of told) this.#settle(one);
      // A thread that has nothing to do keeps no process alive.
      if (this.#waiting.size === 0) thread.unref();
    });
    let cause: unknown;
    thread.on('error', (error) => {
      cause = error;
    });
    thread.on('exit', () => {
      if (this.#thread === thread) this.#thread = undefined;
      this.#giveUp(cause);
    });
    return thread;
  }

  #settle({ id, answer, failure }: Told): void {
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (answer) waiting?.resolve(answer);
    if (failure) {
      waiting?.reject(new ExchangeError(failure.status, failure.sent, failure.cause));
    }
  }

  /** What the thread had sent when it ended is not known. What it was not handed yet, the next one sends. */
  #giveUp(cause: unknown): void {
    const kept = new Set(this.#asked.map(({ id }) => id));
    for (const [id, waiting] of this.#waiting) {
      if (kept.has(id)) continue;
      this.#waiting.delete(id);
      waiting.reject(new ExchangeError('network', true, cause));
    }
  }
}
