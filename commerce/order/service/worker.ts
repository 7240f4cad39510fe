/** Takes one order one look further. Knows no timers: it is woken, and says when to wake it next. */

import { UpgraderaError } from '../../base/errors.ts';
import { type Confirmed, isFinal, type Order } from '../../model/order.ts';
import { notReadySeconds, pollIntervals } from '../../model/policyValues.ts';
import type { AdminPurchase } from '../../model/purchase/adminPurchase.ts';
import type { Quote } from '../../model/quote.ts';
import type { Clock } from '../../ports/clock.ts';
import type { QuoteRepository } from '../../ports/repositories.ts';
import { priceChanged, type Seller } from '../../ports/seller.ts';
import { placeRequestOf, purchaseOf } from '../confirmed.ts';
import { noteDelays } from '../delays.ts';
import { awaitedIn, secondsToDeadline, withDeadline, withSeen } from '../purchase/seenPurchase.ts';
import { isAsSent } from './attempts.ts';
import { lookAt } from './look.ts';
import { type Move, nextMove } from './nextMove.ts';
import { OrderWriter, type OrderWriterParts } from './orderWriter.ts';
import { adopted, answerIn, declined, lapsed, unclear } from './placing.ts';
import { pollInterval } from './pollInterval.ts';
import { retryDelay, unlessRefused, withRefusal } from './serviceErrors.ts';
import { withdraw } from './withdrawal.ts';

/** What the worker asks of the sales service; each call must end in time. */
export type UpgradeService = Pick<
  Seller,
  'billingAccount' | 'quote' | 'place' | 'operation' | 'capabilities'
>;

export interface UpgradeWorkerParts extends OrderWriterParts {
  seller: UpgradeService;
  quotes: Pick<QuoteRepository, 'get'>;
  clock: Clock;
  /**
   * Notes what an upgrade is about to change of users, before it can have begun. Asked again until it says
   * that all is noted; nothing is where it is left out.
   */
  noteUsers?(order: Order): Promise<boolean>;
}

/** One look: the order as it was read, and the tenant's time. */
interface Visit {
  order: Order;
  now: Temporal.Instant;
}

export class UpgradeWorker {
  readonly #parts: UpgradeWorkerParts;
  readonly #writer: OrderWriter;

  constructor(parts: UpgradeWorkerParts) {
    this.#parts = parts;
    this.#writer = new OrderWriter(parts);
  }

  /**
   * Asks the service and writes down what it says. An error of the service changes nothing but the
   * time of the next look, unless it is a clear no (`serviceErrors.ts`).
   * @returns the error that the service ended in, for the log.
   * @throws order.unknown, storage.conflict
   */
  async step(orderId: string): Promise<unknown> {
    const stored = await this.#parts.orders.get(orderId);
    if (!stored || isFinal(stored.value)) return undefined;
    const order = stored.value;
    const now = await this.#parts.clock.now(order.tenantId);
    try {
      await this.#go({ order: await this.#adopt({ order, now }), now });
      return undefined;
    } catch (error) {
      await this.#writer.change(order, (current) => {
        const late = withDeadline(noteDelays(current, now), now);
        if (isFinal(late)) return late;
        return {
          ...withRefusal(late, error, now.toString()),
          failedAttempts: current.failedAttempts + 1,
          ...this.#writer.nextLook(order, current, this.#retryAt(current, error)),
        };
      });
      return error;
    }
  }

  /** What orders of version 0.1.0 don't say is found out once. */
  async #adopt({ order, now }: Visit): Promise<Order> {
    const { quoteId } = order;
    const isComplete = order.attempts !== undefined && order.confirmed !== undefined;
    if (order.operationId !== undefined || isComplete || quoteId === undefined) return order;
    const quote = await this.#parts.quotes.get(quoteId);
    return this.#writer.change(order, (current) => adopted(current, quote, now));
  }

  async #go(visit: Visit): Promise<void> {
    const { order, now } = visit;
    if (isFinal(order)) return;
    if (order.purchase) return this.#lookForPurchase(visit, order.purchase);
    if (order.withdrawal) return this.#withdraw(visit);
    if (order.operationId !== undefined) return this.#follow(visit, order.operationId);
    const move = await nextMove(order, {
      capabilities: await this.#parts.seller.capabilities(order.tenantId, order.subscriptionId),
      quoteAgain: (confirmed) => this.#quoteAgain(order, confirmed),
      now,
    });
    await this.#make(move, visit);
  }

  async #make(move: Move, visit: Visit): Promise<void> {
    const { order, now } = visit;
    const seldom = this.#writer.in(pollIntervals.afterAnHourSeconds);
    switch (move.kind) {
      case 'follow':
        return this.#follow(visit, move.operationId);
      case 'place':
        if (await this.#noteUsers(order)) return this.#place(visit, move.confirmed);
        return this.#make({ kind: 'wait', seconds: notReadySeconds }, visit);
      case 'wait':
        await this.#writer.change(order, (current) => ({
          ...noteDelays(current, now),
          ...this.#writer.nextLook(order, current, this.#writer.in(move.seconds)),
        }));
        return;
      case 'stop':
        await this.#writer.change(order, (current) => ({
          ...unclear(current, now),
          ...this.#writer.nextLook(order, current, seldom),
        }));
        return;
      case 'lapse':
        await this.#writer.change(order, (current) =>
          isAsSent(current, order) ? lapsed(current, now, move.quote) : current,
        );
    }
  }

  async #noteUsers(order: Order): Promise<boolean> {
    return (await this.#parts.noteUsers?.(order)) ?? true;
  }

  async #place(visit: Visit, confirmed: Confirmed): Promise<void> {
    const begun = await this.#writer.beginAttempt(visit.order, visit.now);
    if (!begun) return;
    const request = placeRequestOf(begun, confirmed);
    const result = await this.#parts.seller.place(request).catch((error) => answerIn(error, begun));
    if (result === 'unclear') return this.#make({ kind: 'stop' }, visit);
    const { now } = visit;
    if (result.outcome === 'accepted')
      return this.#follow({ order: begun, now }, result.operationId);
    const { code } = result;
    const quote =
      code === priceChanged
        ? await this.#quoteAgain(begun, confirmed).catch(() => undefined)
        : undefined;
    await this.#writer.change(begun, (current) =>
      isAsSent(current, begun) ? declined(current, { now, code, quote }) : current,
    );
  }

  async #follow({ order, now }: Visit, operationId: string): Promise<void> {
    const { seller } = this.#parts;
    const { change, nextLookSeconds } = await lookAt({ order, operationId, now, seller });
    const nextCheckAt = this.#writer.in(nextLookSeconds);
    await this.#writer.change(order, (current) =>
      change({ ...current, ...this.#writer.nextLook(order, current, nextCheckAt) }),
    );
  }

  /** Of an order that the admin places: nothing is ordered from here, only looked for. */
  async #lookForPurchase({ order, now }: Visit, purchase: AdminPurchase): Promise<void> {
    const { tenantId, subscriptionId, placedAt } = order;
    // The admin may buy at any time.
    if (order.state === 'awaitingPurchase') await this.#noteUsers(order);
    const { seePurchase } = await this.#parts.seller.capabilities(tenantId, subscriptionId);
    if (!seePurchase) throw new UpgraderaError('operation.unknown', order.id);
    const all = await this.#parts.orders.listByTenant(tenantId);
    const status = await seePurchase(awaitedIn(order, purchase, all));
    const running = Temporal.Instant.from(placedAt).until(now).total('seconds');
    const usual = pollInterval(running, status.pollAfterSeconds);
    await this.#writer.change(order, (current) => {
      // Somebody may wait for another plan by now.
      if (current.targetSkuId !== order.targetSkuId) return current;
      const seen = withSeen({ ...current, failedAttempts: 0 }, status, now);
      const nextCheckAt = this.#writer.in(Math.min(usual, secondsToDeadline(seen, now) ?? usual));
      return isFinal(seen)
        ? seen
        : { ...seen, ...this.#writer.nextLook(order, current, nextCheckAt) };
    });
  }

  /** What was asked for while we asked is decided at once, as long as it can be. */
  async #withdraw({ order, now }: Visit): Promise<void> {
    const capabilities = await this.#parts.seller.capabilities(
      order.tenantId,
      order.subscriptionId,
    );
    const decide = await withdraw(capabilities, order, now);
    const nextCheckAt = this.#writer.in(pollIntervals.shortestSeconds);
    await this.#writer.change(order, (current) =>
      decide ? decide({ ...current, nextCheckAt }) : { ...current, nextCheckAt },
    );
  }

  /** Undefined when it can't be had any more, or nobody can tell what it costs. */
  #quoteAgain(order: Order, confirmed: Confirmed): Promise<Quote | undefined> {
    const purchase = purchaseOf(order, confirmed);
    return unlessRefused(this.#parts.seller.quote(purchase));
  }

  #retryAt({ failedAttempts }: Order, error: unknown): string {
    return this.#writer.in(retryDelay(failedAttempts, error));
  }
}
