/** Looks whether a plan that somebody has bought is there. Knows no timers: it says when to wake it next. */
import { changeStored } from '../base/changeStored.ts';
import { subscriptionsOf } from '../licences/subscriptionsOf.ts';
import { arrivalPatience } from '../model/policyValues.ts';
import type { Clock } from '../ports/clock.ts';
import type { Directory } from '../ports/directory.ts';
import type { Seller } from '../ports/seller.ts';
import { catchUp, giveUp, owe } from './changes.ts';
import { hasArrived, look, type Seen } from './look.ts';
import type { ManualChange, ManualChangeRepository } from './manualChange.ts';
import { currentStep } from './steps.ts';

export interface ChangeWatcherParts {
  manualChanges: ManualChangeRepository;
  seller: Pick<Seller, 'subscriptions'>;
  directory: Pick<Directory, 'assignedLicences'>;
  clock: Clock;
  /** Real time. */
  now: () => Temporal.Instant;
}

export class ChangeWatcher {
  readonly #parts: ChangeWatcherParts;

  constructor(parts: ChangeWatcherParts) {
    this.#parts = parts;
  }

  /**
   * @returns the error that kept us from looking, for the log; it is looked for on.
   * @throws storage.conflict
   */
  async step(id: string): Promise<unknown> {
    const { manualChanges, clock } = this.#parts;
    const read = (await manualChanges.get(id))?.value;
    if (read?.nextCheckAt === undefined) return undefined;
    const { tenantId } = read;
    try {
      const [owned, now] = await Promise.all([
        subscriptionsOf(this.#parts, tenantId),
        clock.now(tenantId),
      ]);
      await this.#write(read, (change) => this.#after(change, look(change, owned), now));
      return undefined;
    } catch (error) {
      await this.#write(read, (change) => this.#later(change, arrivalPatience.thenEveryMinutes));
      return error;
    }
  }

  /** One that was looked at, woken or ended meanwhile is left as it is. */
  async #write(read: ManualChange, next: (change: ManualChange) => ManualChange): Promise<void> {
    await changeStored(this.#parts.manualChanges, read.id, (change) =>
      change.nextCheckAt === read.nextCheckAt ? next(change) : change,
    );
  }

  #after(change: ManualChange, seen: Seen, now: Temporal.Instant): ManualChange {
    const isLookedFor = currentStep(change) === 'wait';
    if (isLookedFor && hasArrived(seen)) {
      return owe(catchUp(change, seen, { now: now.toString() }), 'arrived');
    }
    const since = Temporal.Instant.from(change.waitsSince ?? change.startedAt);
    const { everyMinutes, usualMinutes, thenEveryMinutes, days } = arrivalPatience;
    const waited = since.until(now).total('minutes');
    if (!isLookedFor || waited >= days * 24 * 60) return giveUp(change);
    if (waited < usualMinutes) return this.#later(change, everyMinutes);
    const isTold = change.notices.some(({ kind }) => kind === 'late');
    return this.#later(isTold ? change : owe(change, 'late'), thenEveryMinutes);
  }

  #later(change: ManualChange, minutes: number): ManualChange {
    return { ...change, nextCheckAt: this.#parts.now().add({ minutes }).toString() };
  }
}
