/** Takes an order back: the one whose card was pressed, or that was named, or that still can be. */
import type { VisibleOrdersSources } from '../../commerce/access/visibleOrders.ts';
import type { Order, OrderState } from '../../commerce/model/order.ts';
import { takingBackOf } from '../../commerce/order/service/withdrawal.ts';
import {
  type TakeBackNeeds,
  type TakeBackOutcome,
  takeBack,
} from '../../commerce/order/takeBack.ts';
import type { Capabilities } from '../../commerce/ports/seller.ts';
import { type Begun, type Next, OneTurnDialog } from '../step/oneTurnDialog.ts';
import { meantOrder } from './meantOrder.ts';

export type WithdrawNeeds = VisibleOrdersSources & TakeBackNeeds;

const lastChangedFirst = (a: Order, b: Order): number =>
  Temporal.Instant.compare(b.changedAt, a.changedAt);

const sentences: Partial<Record<TakeBackOutcome, string>> = {
  asked: 'asked',
  impossible: 'impossible',
  mayNot: 'role',
  letGo: 'letGo',
};

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
    if (begun.memory.guessed === true) {
      await turn.say('dialogs.withdraw.meant');
      return { dialogId: 'order', subject: { orderId: order.id } };
    }
    const outcome = await takeBack(this.needs, order, turn.userId, capabilities);
    await turn.say(`dialogs.withdraw.${sentences[outcome] ?? overFor[order.state] ?? 'tooLate'}`);
    turn.keep();
    return { dialogId: 'order', subject: { orderId: order.id } };
  }
}
