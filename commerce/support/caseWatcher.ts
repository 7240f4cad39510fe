/** Looks at an open case when somebody should have seen to it. Knows no timers: it says when to wake it next. */
import { changeStored } from '../base/changeStored.ts';
import type { Clock } from '../ports/clock.ts';
import type { CaseRepository, SupportCase } from './case.ts';
import { happen, lookAt } from './changes.ts';
import { type DeskPlaces, deskFor } from './deskPlaces.ts';

export interface CaseWatcherParts {
  cases: CaseRepository;
  deskPlaces: Pick<DeskPlaces, 'all'>;
  clock: Clock;
  /** Real time. */
  now: () => Temporal.Instant;
}

export class CaseWatcher {
  readonly #parts: CaseWatcherParts;

  constructor(parts: CaseWatcherParts) {
    this.#parts = parts;
  }

  /** @throws storage.conflict; whatever the clock throws: it is due on, and looked at again */
  async step(id: string): Promise<undefined> {
    const { cases, clock, deskPlaces } = this.#parts;
    const read = (await cases.get(id))?.value;
    if (read?.nextCheckAt === undefined) return;
    const now = (await clock.now(read.tenantId)).toString();
    const desk = await deskFor(deskPlaces, read.tenantId);
    await changeStored(cases, id, (one) =>
      one.revision === read.revision ? this.#after(one, now, desk) : one,
    );
  }

  #after(one: SupportCase, now: string, desk: string | undefined): SupportCase {
    const realNow = this.#parts.now().toString();
    const { answerBy } = one;
    if (answerBy === undefined || Temporal.Instant.compare(now, answerBy) >= 0) {
      return happen(one, 'late', { by: 'system', now, realNow, desk });
    }
    return { ...one, nextCheckAt: lookAt(answerBy, now, realNow) };
  }
}
