/** Takes an order back: the one whose card was pressed, or that was named, or that still can be. */
import { rightsOf } from '../../commerce/access/rights.ts';
import type { VisibleOrdersSources } from '../../commerce/access/visibleOrders.ts';
import type { Order } from '../../commerce/model/order.ts';
import { isWithdrawable, requestWithdrawal } from '../../commerce/order/withdrawal.ts';
import type { Clock } from '../../commerce/ports/clock.ts';
import type { OrderRepository } from '../../commerce/ports/repositories.ts';
import { type Begun, type Next, OneTurnDialog } from '../step/oneTurnDialog.ts';
import type { Turn } from '../step/turn.ts';
import { meantOrder } from './meantOrder.ts';

export interface WithdrawNeeds extends VisibleOrdersSources {
  orders: OrderRepository;
  clock: Clock;
  /** Real time. */
  now(): Temporal.Instant;
  /** There is an order to be looked at. */
  wake(): void;
}

const lastChangedFirst = (a: Order, b: Order): number =>
  Temporal.Instant.compare(b.changedAt, a.changedAt);

/** Asked twice, it is about the one that was just taken back, not about an older one. */
export function meantWithoutReference(orders: readonly Order[]): Order | undefined {
  return orders.find(isWithdrawable) ?? orders.toSorted(lastChangedFirst)[0];
}

export class WithdrawDialog extends OneTurnDialog<WithdrawNeeds> {
  protected override async run(begun: Begun): Promise<Next | undefined> {
    const { turn } = begun;
    const order = await meantOrder(this.needs, begun, meantWithoutReference);
    if (!order) {
      await turn.say('dialogs.withdraw.none');
      return undefined;
    }
    await turn.say(await this.#request(turn, order));
    turn.keep();
    return { dialogId: 'order', subject: { orderId: order.id } };
  }

  /** @returns the key of what is said to it. */
  async #request(turn: Turn, order: Order): Promise<string> {
    const { seller, directory, clock, orders } = this.needs;
    if (order.withdrawal) return 'dialogs.withdraw.asked';
    if (!isWithdrawable(order)) {
      return `dialogs.withdraw.${order.state === 'withdrawn' ? 'done' : 'tooLate'}`;
    }
    const { tenantId, userId } = turn;
    const [rights, now] = await Promise.all([
      rightsOf({ seller, directory }, tenantId, userId),
      clock.now(tenantId),
    ]);
    if (rights.buy !== true) return 'dialogs.withdraw.role';
    await requestWithdrawal(orders, order.id, {
      by: userId,
      at: now.toString(),
      wakeAt: this.needs.now().toString(),
    });
    this.needs.wake();
    return 'dialogs.withdraw.asked';
  }
}
