/** The thread of `ThreadedExchange`: sends what it is asked to, and tells what came of it. */
import { parentPort } from 'node:worker_threads';
import { DirectExchange } from './directExchange.ts';
import type { ExchangeError } from './exchange.ts';
import type { Asked, Told } from './threadedExchange.ts';

const exchange = new DirectExchange();
let told: Told[] = [];

/** What comes at the same time is told at once. */
function tell(one: Told): void {
  if (told.push(one) > 1) return;
  setImmediate(() => {
    parentPort?.postMessage(told);
    told = [];
  });
}

parentPort?.on('message', (asked: Asked[]) => {
  for (const { id, request } of asked) {
    exchange.send(request).then(
      (answer) => tell({ id, answer }),
      ({ status, sent, cause }: ExchangeError) =>
        tell({ id, failure: { status, sent, cause: String(cause) } }),
    );
  }
});
