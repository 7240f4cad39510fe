/** What is said of a purchase that is waited for, at any point: that it is placed, or that another plan was meant. */
import type { VisibleOrdersSources } from '../../commerce/access/visibleOrders.ts';
import type { Order } from '../../commerce/model/order.ts';
import {
  type Decision,
  decidePurchase,
  followInstead,
} from '../../commerce/order/purchase/decidePurchase.ts';
import type { Clock } from '../../commerce/ports/clock.ts';
import type { OrderRepository } from '../../commerce/ports/repositories.ts';
import { type Begun, type Next, OneTurnDialog } from '../step/oneTurnDialog.ts';
import { meantOrder } from './meantOrder.ts';

export interface PurchaseNeeds extends VisibleOrdersSources {
  orders: OrderRepository;
  clock: Clock;
  /** Real time. */
  now(): Temporal.Instant;
  /** There is an order to be looked at. */
  wake(): void;
}

const decisions = {
  placed: (orders: OrderRepository, id: string, decision: Decision) =>
    decidePurchase(orders, id, { ...decision, isPlaced: true }),
  instead: followInstead,
};

const newestAwaited = (orders: readonly Order[]): Order | undefined =>
  orders.find(({ state }) => state === 'awaitingPurchase');

export class PurchaseDialog extends OneTurnDialog<PurchaseNeeds> {
  readonly #decide: (typeof decisions)[keyof typeof decisions];

  constructor(id: string, what: keyof typeof decisions, needs: PurchaseNeeds) {
    super(id, needs);
    this.#decide = decisions[what];
  }

  protected override async run(begun: Begun): Promise<Next | undefined> {
    const { turn } = begun;
    const { orders, clock, now, wake } = this.needs;
    const meant = await meantOrder(this.needs, begun, newestAwaited);
    if (!meant) {
      await turn.say('dialogs.purchase.none');
      return undefined;
    }
    const at = (await clock.now(turn.tenantId)).toString();
    const { id } = await this.#decide(orders, meant.id, {
      by: turn.userId,
      at,
      wakeAt: now().toString(),
    });
    wake();
    turn.keep();
    return { dialogId: 'order', subject: { orderId: id } };
  }
}
