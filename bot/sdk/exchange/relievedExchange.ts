/**
 * Requests to the channel, sent from here as long as there is time for it: to hand one over to a thread costs
 * more, all in all, than to send it. A main thread that has no time left is relieved of it.
 */
import { type EventLoopUtilization, performance } from 'node:perf_hooks';
import { DirectExchange } from './directExchange.ts';
import type { ChannelAnswer, ChannelRequest, Exchange } from './exchange.ts';
import { ThreadedExchange } from './threadedExchange.ts';

/** Milliseconds between two looks. */
const lookedEvery = 200;
/** Share of the time that the main thread works. */
const much = 0.85;

/** @returns whether the main thread had hardly any time left lately. */
export function busyMeter(): () => boolean {
  let last: EventLoopUtilization = performance.eventLoopUtilization();
  let lookedAt = performance.now();
  let isBusy = false;
  return () => {
    const now = performance.now();
    if (now - lookedAt < lookedEvery) return isBusy;
    const current = performance.eventLoopUtilization();
    isBusy = performance.eventLoopUtilization(current, last).utilization > much;
    last = current;
    lookedAt = now;
    return isBusy;
  };
}

export class RelievedExchange implements Exchange {
  readonly #isBusy: () => boolean;
  readonly #thread = new ThreadedExchange();
  #direct: DirectExchange | undefined;

  constructor(isBusy = busyMeter()) {
    this.#isBusy = isBusy;
  }

  send(request: ChannelRequest): Promise<ChannelAnswer> {
    if (this.#isBusy()) return this.#thread.send(request);
    // What it needs is loaded by the first message.
    this.#direct ??= new DirectExchange();
    return this.#direct.send(request);
  }

  async stop(): Promise<void> {
    await Promise.all([this.#thread.stop(), this.#direct?.stop()]);
  }
}
