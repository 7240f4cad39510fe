/** What `GET /metrics` tells. Each application has its own registry. */
import { Counter, Histogram, Registry } from 'prom-client';

export type TurnKind = 'message' | 'invoke' | 'other';
/** `unanswered`: the service did not answer. `failed`: we could not look or not write down what we saw. */
export type LookOutcome = 'looked' | 'unanswered' | 'failed';

export interface Metrics {
  readonly registry: Registry;
  /** Labels `kind` ({@link TurnKind}) and `outcome`: answered, failed, unauthorised. */
  readonly turns: Counter<'kind' | 'outcome'>;
  /** Seconds from the checked activity to its answer. */
  readonly turnSeconds: Histogram<'kind'>;
  /** Calls to the channel. `status` is the HTTP status, or `timeout`, `network`. */
  readonly connectorCalls: Counter<'operation' | 'status'>;
  /** Labels `from` and `to` are order states. */
  readonly orderTransitions: Counter<'from' | 'to'>;
  /** Upgrades that take too long; `event` is that of the order's history. */
  readonly orderDelays: Counter<'event'>;
  /** Looks at what waits, of each kind of thing that waits; `outcome` is a {@link LookOutcome}. */
  readonly looks: Counter<'kind' | 'outcome'>;
  /**
   * Messages that came by themselves, of each kind of thing that waits; `outcome` is how far one came (sent, ambiguous, undeliverable,
   * muted), or what an attempt came to: throttled, unsent, passedOn.
   */
  readonly notices: Counter<'kind' | 'outcome'>;
  /** Texts for the reader. `outcome`: answered, why not (`ModelFailure`), or not asked at all: overBudget, paused. */
  readonly readings: Counter<'outcome'>;
  /** Requests to `/api/messages` that never became a turn. */
  readonly httpRejects: Counter<'reason'>;
}

export function createMetrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  return {
    registry,
    turns: new Counter({
      name: 'upgradera_turns_total',
      help: 'Turns by kind and outcome',
      labelNames: ['kind', 'outcome'],
      registers,
    }),
    turnSeconds: new Histogram({
      name: 'upgradera_turn_duration_seconds',
      help: 'Duration of turns that passed authentication',
      labelNames: ['kind'],
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10, 15],
      registers,
    }),
    connectorCalls: new Counter({
      name: 'upgradera_connector_calls_total',
      help: 'Calls to the channel by operation and status',
      labelNames: ['operation', 'status'],
      registers,
    }),
    orderTransitions: new Counter({
      name: 'upgradera_order_transitions_total',
      help: 'State changes of orders',
      labelNames: ['from', 'to'],
      registers,
    }),
    orderDelays: new Counter({
      name: 'upgradera_order_delays_total',
      help: 'Upgrades that run longer than an hour, or longer than a day',
      labelNames: ['event'],
      registers,
    }),
    looks: new Counter({
      name: 'upgradera_looks_total',
      help: 'Looks at what waits, by kind and outcome',
      labelNames: ['kind', 'outcome'],
      registers,
    }),
    notices: new Counter({
      name: 'upgradera_notices_total',
      help: 'Messages that came by themselves, by kind and what became of them',
      labelNames: ['kind', 'outcome'],
      registers,
    }),
    readings: new Counter({
      name: 'upgradera_readings_total',
      help: 'Texts that were not understood and that a reader was to read, by what came of it',
      labelNames: ['outcome'],
      registers,
    }),
    httpRejects: new Counter({
      name: 'upgradera_http_rejects_total',
      help: 'Requests that were refused before they became a turn, by reason',
      labelNames: ['reason'],
      registers,
    }),
  };
}
