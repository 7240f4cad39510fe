/** Takes one order one look further. Knows no timers: it is woken, and says when to wake it next. */
import { creditCheckDays } from '../policy.ts';
import type { Clock, Commerce, OperationStatus } from '../ports.ts';
import type { OrderRepository } from '../repositories.ts';
import { advance, progressed } from './advance.ts';
import { addBusinessDays } from './businessDays.ts';
import { changeOrder } from './changeOrder.ts';
import { isFinal, type Order, type OrderState } from './order.ts';

const firstRetrySeconds = 2;
const longestRetrySeconds = 300;

const stateOfPhase: Record<OperationStatus['phase'], OrderState> = {
  creditCheck: 'creditCheck',
  declined: 'declined',
  provisioning: 'provisioning',
  reassigning: 'reassigning',
  cancellingOld: 'cancellingOld',
  completed: 'completed',
  completedWithUserErrors: 'completedWithUserErrors',
  failed: 'failed',
};

export type OrderChangeListener = (before: Order, after: Order) => Promise<void>;

export class UpgradeWorker {
  readonly #commerce: Commerce;
  readonly #orders: OrderRepository;
  readonly #clock: Clock;
  /** Real time, for wake-ups; the clock port tells the tenant's. */
  readonly #now: () => Temporal.Instant;
  readonly #onChange: OrderChangeListener;

  constructor(ports: {
    commerce: Commerce;
    orders: OrderRepository;
    clock: Clock;
    now: () => Temporal.Instant;
    /** Called after each write. */
    onChange: OrderChangeListener;
  }) {
    this.#commerce = ports.commerce;
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
    try {
      if (order.operationId === undefined) await this.#place(order);
      else await this.#look(order, order.operationId);
      return undefined;
    } catch (error) {
      await this.#change(order.id, (current) => ({
        ...current,
        failedAttempts: current.failedAttempts + 1,
        nextCheckAt: this.#in(retryDelay(current.failedAttempts)),
      }));
      return error;
    }
  }

  /** A crash or a time-out may lie behind us: look the request up first, never place it blindly. */
  async #place(order: Order): Promise<void> {
    const { tenantId, clientRequestId } = order;
    const known = await this.#commerce.findOperation(tenantId, clientRequestId);
    if (known) return this.#look(order, known);
    const { subscriptionId, targetSkuId, quantity, term, billing, paymentMethodId } = order;
    const result = await this.#commerce.place({
      tenantId,
      clientRequestId,
      subscriptionId,
      targetSkuId,
      quantity,
      term,
      billing,
      paymentMethodId,
    });
    if (result.outcome === 'accepted') return this.#look(order, result.operationId);
    const at = (await this.#clock.now(tenantId)).toString();
    const { code } = result;
    await this.#change(order.id, (current) =>
      advance(current, { to: 'failed', at, by: 'system', event: 'order.refused', code }),
    );
  }

  async #look(order: Order, operationId: string): Promise<void> {
    const [status, now] = await Promise.all([
      this.#commerce.operation(order.tenantId, operationId),
      this.#clock.now(order.tenantId),
    ]);
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
    await this.#change(order.id, (current) => {
      const woken = {
        ...current,
        operationId,
        failedAttempts: 0,
        nextCheckAt: this.#in(status.pollAfterSeconds),
      };
      if (current.state === to) return progressed(woken, now.toString(), progress);
      const code = status.code === undefined ? {} : { code: status.code };
      return advance(
        woken,
        { to, at: now.toString(), by: 'system', event: `operation.${status.phase}`, ...code },
        progress,
      );
    });
  }

  async #creditCheckBy(tenantId: string, now: Temporal.Instant): Promise<string> {
    const account = await this.#commerce.billingAccount(tenantId);
    const today = now.toZonedDateTimeISO(account.timeZone).toPlainDate().toString();
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

function retryDelay(failedAttempts: number): number {
  return Math.min(firstRetrySeconds * 2 ** Math.min(failedAttempts, 10), longestRetrySeconds);
}
