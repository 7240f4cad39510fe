/** What comes of a call that goes wrong, whichever service is called. */
import type { FaultName } from './wireFaults.ts';

export interface FaultRow {
  fault: FaultName;
  /** What comes of it when it lasts. */
  code: string;
  /** Whether one such answer is told from a lasting one, since the call is made again. */
  mends: boolean;
}

export const faultsOfAnyCall: readonly FaultRow[] = [
  { fault: 'no answer', code: 'upstream.unavailable', mends: true },
  { fault: 'reset', code: 'upstream.unavailable', mends: true },
  { fault: '401', code: 'connection.token-refused', mends: true },
  { fault: '403', code: 'connection.no-permission', mends: false },
  { fault: '429 for no time', code: 'upstream.throttled', mends: true },
  { fault: '429 for an hour', code: 'upstream.throttled', mends: false },
  { fault: '429 in the other shape', code: 'upstream.throttled', mends: true },
  { fault: '500', code: 'upstream.unavailable', mends: true },
  { fault: '502 with a page', code: 'upstream.unavailable', mends: true },
  { fault: '503 for no time', code: 'upstream.unavailable', mends: true },
  { fault: 'half an answer', code: 'upstream.malformed', mends: false },
  { fault: 'another shape', code: 'upstream.malformed', mends: false },
];
