/** Takes one order one look further. Knows no timers: it is woken, and says when to wake it next. */

import { addBusinessDays } from '../base/businessDays.ts';
import { dayIn } from '../base/dayIn.ts';
import { UpgraderaError } from '../base/errors.ts';
import { answerWithin } from '../base/timeLimit.ts';
import { zoneOf } from '../model/account.ts';
import { isFinal, type Order, type OrderState } from '../model/order.ts';
import { creditCheckDays, pollIntervals, serviceAnswerSeconds } from '../model/policyValues.ts';
import type { Clock } from '../ports/clock.ts';
import type { OrderRepository } from '../ports/repositories.ts';
import type { OperationStatus, Seller } from '../ports/seller.ts';
import { advance, progressed } from './advance.ts';
import { changeOrder } from './changeOrder.ts';
import { noteDelays } from './delays.ts';
import { pollInterval } from './pollInterval.ts';
import { withdraw } from './withdrawal.ts';

const firstRetrySeconds = 2;
const longestRetrySeconds = 300;

const stateOfPhase: Record<OperationStatus['phase'], OrderState> = {
  creditCheck: 'creditCheck',
  declined: 'declined',
  withdrawn: 'withdrawn',
  provisioning: 'provisioning',
  reassigning: 'reassigning',
  cancellingOld: 'cancellingOld',
  completed: 'completed',
  completedWithUserErrors: 'completedWithUserErrors',
  failed: 'failed',
};

/** What the worker asks of the sales service. */
export type UpgradeService = Pick<
  Seller,
  'billingAccount' | 'place' | 'findOperation' | 'operation' | 'withdraw'
>;

export type OrderChangeListener = (before: Order, after: Order) => Promise<void>;

export class UpgradeWorker {
  readonly #seller: UpgradeService;
  readonly #orders: OrderRepository;
  readonly #clock: Clock;
  /** Real time, for wake-ups; the clock port tells the tenant's. */
  readonly #now: () => Temporal.Instant;
  readonly #onChange: OrderChangeListener;

  constructor(ports: {
    seller: UpgradeService;
    orders: OrderRepository;
    clock: Clock;
    now: () => Temporal.Instant;
    /** Called after each write. */
    onChange: OrderChangeListener;
  }) {
    this.#seller = ports.seller;
    this.#orders = ports.orders;
    this.#clock = ports.clock;
    this.#now = ports.now;
    this.#onChange = ports.onChange;
  }

  /**
   * Asks the service and writes down what it says. An error of the service changes nothing but the
   * time of the next look, since the upgrade may have gone on behind it.
   * @returns the error that the service ended in, for the log.
   * @throws order.unknown, storage.conflict
   */
  async step(orderId: string): Promise<unknown> {
    const stored = await this.#orders.get(orderId);
    if (!stored || isFinal(stored.value)) return undefined;
    const order = stored.value;
    const now = await this.#clock.now(order.tenantId);
    try {
      await this.#go(order, now);
      return undefined;
    } catch (error) {
      await this.#change(order.id, (current) => ({
        ...noteDelays(current, now),
        failedAttempts: current.failedAttempts + 1,
        nextCheckAt: this.#in(retryDelay(current.failedAttempts, error)),
      }));
      return error;
    }
  }

  #go(order: Order, now: Temporal.Instant): Promise<void> {
    if (order.withdrawal) return this.#withdraw(order, now);
    if (order.operationId === undefined) return this.#place(order, now);
    return this.#look(order, order.operationId, now);
  }

  /** A crash or a time-out may lie behind us: look the request up first, never place it blindly. */
  async #place(order: Order, now: Temporal.Instant): Promise<void> {
    const { tenantId, clientRequestId } = order;
    const known = await this.#ask((service) => service.findOperation(tenantId, clientRequestId));
    if (known) return this.#look(order, known, now);
    const { subscriptionId, targetSkuId, quantity, term, billing, paymentMethodId } = order;
    const result = await this.#ask((service) =>
      service.place({
        tenantId,
        clientRequestId,
        subscriptionId,
        targetSkuId,
        quantity,
        term,
        billing,
        paymentMethodId,
      }),
    );
    if (result.outcome === 'accepted') return this.#look(order, result.operationId, now);
    const { code } = result;
    const at = now.toString();
    await this.#change(order.id, (current) =>
      advance(current, { to: 'failed', at, by: 'system', event: 'order.refused', code }),
    );
  }

  async #look(order: Order, operationId: string, now: Temporal.Instant): Promise<void> {
    const status = await this.#ask((service) => service.operation(order.tenantId, operationId));
    const to = stateOfPhase[status.phase];
    const creditCheckBy =
      to === 'creditCheck' && order.creditCheckBy === undefined
        ? await this.#creditCheckBy(order.tenantId, now)
        : undefined;
    const progress = {
      users: status.users,
      ...(status.newSubscriptionId ? { newSubscriptionId: status.newSubscriptionId } : {}),
      ...(creditCheckBy ? { creditCheckBy } : {}),
    };
    const running = Temporal.Instant.from(order.placedAt).until(now).total('seconds');
    const nextCheckAt = this.#in(pollInterval(running, status.pollAfterSeconds));
    await this.#change(order.id, (current) => {
      // What was asked for meanwhile does not wait for the next look.
      const next = current.withdrawal ? {} : { nextCheckAt };
      const woken = { ...current, operationId, failedAttempts: 0, ...next };
      if (current.state === to) {
        return noteDelays(progressed(woken, now.toString(), progress), now);
      }
      const code = status.code === undefined ? {} : { code: status.code };
      const event = `operation.${status.phase}`;
      const step = { to, at: now.toString(), by: 'system', event, ...code };
      return noteDelays(advance(woken, step, progress), now);
    });
  }

  /** What was asked for while we asked is decided at once, as long as it can be. */
  async #withdraw(order: Order, now: Temporal.Instant): Promise<void> {
    const decide = await this.#ask((service) => withdraw(service, order, now));
    const nextCheckAt = this.#in(pollIntervals.shortestSeconds);
    await this.#change(order.id, (current) =>
      decide ? decide({ ...current, nextCheckAt }) : { ...current, nextCheckAt },
    );
  }

  #ask<T>(ask: (service: UpgradeService) => Promise<T>): Promise<T> {
    return answerWithin(serviceAnswerSeconds, () => ask(this.#seller));
  }

  async #creditCheckBy(tenantId: string, now: Temporal.Instant): Promise<string> {
    const account = await this.#ask((service) => service.billingAccount(tenantId));
    const today = dayIn(zoneOf(account), now);
    return addBusinessDays(today, creditCheckDays, account.soldTo.country);
  }

  /** An order that ended while we asked, by another process's look, is never woken again. */
  async #change(orderId: string, change: (order: Order) => Order): Promise<void> {
    let before: Order | undefined;
    const after = await changeOrder(this.#orders, orderId, (current) => {
      before = current;
      return isFinal(current) ? current : change(current);
    });
    if (before && before !== after) await this.#onChange(before, after);
  }

  #in(seconds: number): string {
    return this.#now()
      .add({ milliseconds: Math.round(seconds * 1000) })
      .toString();
  }
}

/** In seconds: doubled each time, unless the service says how long it wants to be left alone. */
function retryDelay(failedAttempts: number, error: unknown): number {
  const advised = error instanceof UpgraderaError ? error.retryAfterSeconds : undefined;
  return (
    advised ?? Math.min(firstRetrySeconds * 2 ** Math.min(failedAttempts, 10), longestRetrySeconds)
  );
}
