/** How this machine sends best. */
import { availableParallelism } from 'node:os';
import { DirectExchange } from './directExchange.ts';
import type { Exchange } from './exchange.ts';
import { RelievedExchange } from './relievedExchange.ts';

/** With one processor a thread would only take turns with the others. */
export const exchangeHere = (): Exchange =>
  availableParallelism() > 1 ? new RelievedExchange() : new DirectExchange();
