/** A log that is kept, to see what gets out. */
import { createLog, type Log } from '../../../bot/log.ts';

export interface KeptLog {
  log: Log;
  /** The lines as they would be printed. */
  lines: string[];
}

export function keptLog(): KeptLog {
  const lines: string[] = [];
  return { log: createLog('trace', { write: (line) => void lines.push(line) }), lines };
}
