/** Takes an order back: the one whose card was pressed, or that was named, or that still can be. */
import { rightsOf } from '../../commerce/access/rights.ts';
import type { VisibleOrdersSources } from '../../commerce/access/visibleOrders.ts';
import type { Order, OrderState } from '../../commerce/model/order.ts';
import { requestWithdrawal, takingBackOf } from '../../commerce/order/service/withdrawal.ts';
import type { Clock } from '../../commerce/ports/clock.ts';
import type { OrderRepository } from '../../commerce/ports/repositories.ts';
import type { Capabilities, Seller } from '../../commerce/ports/seller.ts';
import { type Begun, type Next, OneTurnDialog } from '../step/oneTurnDialog.ts';
import type { Turn } from '../step/turn.ts';
import { meantOrder } from './meantOrder.ts';

export interface WithdrawNeeds extends VisibleOrdersSources {
  seller: Pick<Seller, 'billingAccount' | 'capabilities'>;
  orders: OrderRepository;
  clock: Clock;
  /** Real time. */
  now(): Temporal.Instant;
  /** There is an order to be looked at. */
  wake(): void;
}

const lastChangedFirst = (a: Order, b: Order): number =>
  Temporal.Instant.compare(b.changedAt, a.changedAt);

/** What is said of an order that nothing came of. */
const overFor: Partial<Record<OrderState, string>> = {
  withdrawn: 'done',
  declined: 'ended',
  lapsed: 'ended',
  failed: 'ended',
};

/** Asked twice, it is about the one that was just taken back, not about an older one. */
export function meantWithoutReference(
  orders: readonly Order[],
  capabilities: Capabilities,
): Order | undefined {
  const possible = orders.find((order) => takingBackOf(order, capabilities) === 'possible');
  return possible ?? orders.toSorted(lastChangedFirst)[0];
}

export class WithdrawDialog extends OneTurnDialog<WithdrawNeeds> {
  protected override async run(begun: Begun): Promise<Next | undefined> {
    const { turn } = begun;
    const capabilities = await this.needs.seller.capabilities(turn.tenantId);
    const order = await meantOrder(this.needs, begun, (orders) =>
      meantWithoutReference(orders, capabilities),
    );
    if (!order) {
      await turn.say('dialogs.withdraw.none');
      return undefined;
    }
    await turn.say(await this.#request(turn, order, capabilities));
    turn.keep();
    return { dialogId: 'order', subject: { orderId: order.id } };
  }

  /** @returns the key of what is said to it. */
  async #request(turn: Turn, order: Order, capabilities: Capabilities): Promise<string> {
    const { seller, directory, clock, orders } = this.needs;
    const takingBack = takingBackOf(order, capabilities);
    if (takingBack === 'over') return `dialogs.withdraw.${overFor[order.state] ?? 'tooLate'}`;
    if (takingBack !== 'possible') return `dialogs.withdraw.${takingBack}`;
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
      capabilities,
    });
    this.needs.wake();
    return 'dialogs.withdraw.asked';
  }
}
