/** The reader that is set up: a language model that is asked no more than it may be, and whose failures cost nobody much. */
import type { Reader } from '../../understanding/reader.ts';
import type { Log } from '../log.ts';
import type { Metrics } from '../metrics.ts';
import { Budget } from './budget.ts';
import { type ModelFailure, openModel } from './chatModel.ts';
import { Circuit } from './circuit.ts';
import type { ReaderSettings } from './settings.ts';

/** Milliseconds: for so long somebody waits for the model at most. */
const callLimit = 3_000;

export interface ReaderParts {
  metrics: Pick<Metrics, 'readings'>;
  /** Real time. */
  now: () => Temporal.Instant;
  log: Log;
  /** Milliseconds for one call, other than usual. */
  limit?: number;
}

/** Whoever writes to a model can make it refuse or babble: that says nothing of the service. */
const ofTheService: readonly ModelFailure[] = [
  'late',
  'unreachable',
  'unauthorised',
  'throttled',
  'failed',
];

/** @returns the reader on account of a tenant */
export async function openReader(
  settings: ReaderSettings,
  { metrics, now, log, limit = callLimit }: ReaderParts,
): Promise<(tenantId: string) => Reader> {
  const model = await openModel(settings, limit);
  const budget = new Budget(settings.callsPerDay, now);
  const circuit = new Circuit(now);
  const count = (outcome: string) => metrics.readings.inc({ outcome });
  const settle = (failure: ModelFailure | undefined): void => {
    if (failure === undefined || !ofTheService.includes(failure)) circuit.succeeded();
    else if (circuit.failed()) log.warn({ failure }, 'reader left alone for a minute');
  };
  const readFor = (tenantId: string): Reader['read'] => {
    return async (text, context) => {
      if (!circuit.isOpen()) return void count('paused');
      if (!budget.take(tenantId)) return void count('overBudget');
      const { read, tokens } = await model(text, context);
      budget.add(tenantId, tokens);
      const failure = typeof read === 'string' ? read : undefined;
      settle(failure);
      count(failure ?? 'answered');
      return typeof read === 'string' ? undefined : read;
    };
  };
  return (tenantId) => ({ read: readFor(tenantId) });
}
