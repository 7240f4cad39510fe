/** Looks at one watch. Knows no timers: it is woken, and says when to wake it next. */

import { UpgraderaError } from '../base/errors.ts';
import { diagnose } from '../diagnosis/diagnose.ts';
import type { Facts } from '../diagnosis/facts.ts';
import { watchIntervalMinutes } from '../model/policyValues.ts';
import type { Watch } from '../model/watch.ts';
import type { Clock } from '../ports/clock.ts';
import type { WatchRepository } from '../ports/repositories.ts';
import { changeWatch, endWatch } from './changeWatch.ts';

export interface WatcherParts {
  watches: WatchRepository;
  clock: Clock;
  gatherFacts(tenantId: string, userId: string, subscriptionId: string): Promise<Facts>;
  /** Real time. */
  now: () => Temporal.Instant;
}

export class Watcher {
  readonly #parts: WatcherParts;

  constructor(parts: WatcherParts) {
    this.#parts = parts;
  }

  /**
   * @returns the error that kept us from looking, for the log; the watch goes on.
   * @throws storage.conflict
   */
  async step(id: string): Promise<unknown> {
    const stored = await this.#parts.watches.get(id);
    if (stored?.value.state !== 'open') return undefined;
    const read = stored.value;
    try {
      await this.#write(read, await this.#look(read));
      return undefined;
    } catch (error) {
      await this.#write(read, this.#later(read));
      return error;
    }
  }

  /** Over one that was stopped meanwhile nothing is written, and one that was woken is due again. */
  #write(read: Watch, next: Watch): Promise<void> {
    return changeWatch(this.#parts.watches, read.id, (watch) => {
      if (watch.state !== 'open') return watch;
      const woken = next.state === 'open' && watch.nextCheckAt !== read.nextCheckAt;
      return woken ? { ...next, nextCheckAt: watch.nextCheckAt } : next;
    });
  }

  async #look(watch: Watch): Promise<Watch> {
    const now = await this.#parts.clock.now(watch.tenantId);
    const left = now.until(Temporal.Instant.from(watch.endsAt));
    if (watch.kind === 'noLoss') {
      return left.sign > 0 ? this.#later(watch, left) : endWatch(watch, 'fulfilled');
    }
    const codes = await this.#codes(watch);
    if (!codes) return endWatch(watch, 'ended');
    if (codes.length === 0) return endWatch({ ...watch, codes }, 'fulfilled');
    return left.sign > 0
      ? this.#later({ ...watch, codes })
      : endWatch({ ...watch, codes }, 'ended');
  }

  /** @returns undefined when the subscription is there no more. */
  async #codes(watch: Watch): Promise<string[] | undefined> {
    try {
      const { tenantId, userId, subscriptionId } = watch;
      return diagnose(await this.#parts.gatherFacts(tenantId, userId, subscriptionId)).map(
        ({ code }) => code,
      );
    } catch (error) {
      const gone = error instanceof UpgraderaError && error.code === 'subscription.unknown';
      if (gone) return undefined;
      throw error;
    }
  }

  /** In the usual while, or when there is less left than that. */
  #later(watch: Watch, left?: Temporal.Duration): Watch {
    const usual = watchIntervalMinutes * 60;
    const seconds = Math.max(1, Math.ceil(left?.total('seconds') ?? usual));
    const nextCheckAt = this.#parts.now().add({ seconds: Math.min(seconds, usual) });
    return { ...watch, nextCheckAt: nextCheckAt.toString() };
  }
}
