/** Looks at an approval that runs out, or that was begun and not heard of again. Knows no timers. */
import { changeStored } from '../base/changeStored.ts';
import type { Clock } from '../ports/clock.ts';
import type { OrderRepository } from '../ports/repositories.ts';
import type { Approval, ApprovalRepository } from './approval.ts';
import { happen, lookAt, type Moment } from './changes.ts';

export interface ApprovalWatcherParts {
  approvals: ApprovalRepository;
  orders: Pick<OrderRepository, 'findByQuote'>;
  clock: Clock;
  /** Real time. */
  now: () => Temporal.Instant;
}

export class ApprovalWatcher {
  readonly #parts: ApprovalWatcherParts;

  constructor(parts: ApprovalWatcherParts) {
    this.#parts = parts;
  }

  /** @throws storage.conflict; whatever the clock throws: it is due on, and looked at again */
  async step(id: string): Promise<undefined> {
    const { approvals, orders, clock } = this.#parts;
    const read = (await approvals.get(id))?.value;
    if (read?.nextCheckAt === undefined) return;
    const now = (await clock.now(read.tenantId)).toString();
    const order = (await orders.findByQuote(read.quoteId))?.value;
    const realNow = this.#parts.now().toString();
    await changeStored(approvals, id, (one) => {
      if (one.nextCheckAt !== read.nextCheckAt) return one;
      if (order) {
        const by = order.placedBy;
        return happen(one, 'order', { by, now, realNow }, { orderId: order.id });
      }
      return this.#after(one, { by: undefined, now, realNow });
    });
  }

  #after(one: Approval, moment: Moment): Approval {
    const { now, realNow } = moment;
    if (one.state === 'approving') return happen(one, 'goBack', moment);
    if (Temporal.Instant.compare(now, one.expiresAt) >= 0) return happen(one, 'expire', moment);
    return { ...one, nextCheckAt: lookAt(one, now, realNow) };
  }
}
