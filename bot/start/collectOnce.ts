/** What a start leaves behind. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

type Collect = (how: { type: 'major'; flavor: 'last-resort' }) => void;

/** Milliseconds after which a start has come to rest. */
const rest = 1_000;

/**
 * Has V8 give back, once and soon, the memory that only the start needed: by itself it would keep a third of what the
 * process holds until somebody writes a lot. It stops the process for less than a tenth of a second.
 */
export function collectOnceStarted(): void {
  setTimeout(() => {
    setFlagsFromString('--expose-gc');
    const collect: Collect = runInNewContext('gc');
    collect({ type: 'major', flavor: 'last-resort' });
  }, rest).unref();
}
