/** How often and how long a call is made again that may succeed without any change. */
import { setTimeout as wait } from 'node:timers/promises';
import { UpgraderaError } from '../../commerce/base/errors.ts';
import { serviceAnswerSeconds } from '../../commerce/model/policyValues.ts';

/** In milliseconds. */
export interface CallLimits {
  /** A call with all its repeats. */
  call: number;
  /** One request. */
  request: number;
  shortestWait: number;
  longestWait: number;
}

export const usualLimits: CallLimits = {
  call: serviceAnswerSeconds * 1000,
  request: 10_000,
  shortestWait: 200,
  longestWait: 5_000,
};

/** For one call. */
export class Patience {
  readonly #limits: CallLimits;
  readonly #until: number;
  #lastWait: number;

  constructor(limits: CallLimits) {
    this.#limits = limits;
    this.#until = performance.now() + limits.call;
    this.#lastWait = limits.shortestWait;
  }

  /** Milliseconds that one request may take now. */
  get left(): number {
    return Math.max(1, Math.min(this.#limits.request, Math.ceil(this.#until - performance.now())));
  }

  /**
   * Waits as long as these errors ask for, or a random while that grows: those who failed together do
   * not come back together.
   * @returns false at once where no repeat can help, or none in time
   */
  async again(errors: readonly UpgraderaError[]): Promise<boolean> {
    if (errors.some(({ retryable }) => !retryable)) return false;
    const told = errors.map(({ retryAfterSeconds = 0 }) => retryAfterSeconds * 1000);
    const pause = Math.max(this.#jitter(), ...told);
    if (performance.now() + pause >= this.#until) return false;
    await wait(pause);
    return true;
  }

  /** "Decorrelated jitter": https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/ */
  #jitter(): number {
    const { shortestWait, longestWait } = this.#limits;
    const random = shortestWait + Math.random() * (this.#lastWait * 3 - shortestWait);
    this.#lastWait = Math.min(longestWait, random);
    return this.#lastWait;
  }
}

/**
 * @throws what `ask` throws, when making it again does not help or is too late; of a call that was cut short
 * for lack of time, what was told before
 */
export async function patiently<T>(
  limits: CallLimits,
  ask: (left: number) => Promise<T>,
): Promise<T> {
  const patience = new Patience(limits);
  let before: UpgraderaError | undefined;
  for (;;) {
    const { left } = patience;
    try {
      return await ask(left);
    } catch (error) {
      if (!(error instanceof UpgraderaError)) throw error;
      const isCutShort = left < limits.request && error.code === 'upstream.unavailable';
      before = isCutShort ? (before ?? error) : error;
      if (!(await patience.again([error]))) throw before;
    }
  }
}
