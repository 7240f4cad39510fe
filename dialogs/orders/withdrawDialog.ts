/** Takes an order back: the one whose card was pressed, or that was named, or that still can be. */
import { Dialog, type DialogContext, type DialogTurnResult } from 'botbuilder-dialogs';
import { rightsOf } from '../../commerce/access/rights.ts';
import type { Order } from '../../commerce/model/order.ts';
import { isWithdrawable, requestWithdrawal } from '../../commerce/order/withdrawal.ts';
import type { Services } from '../step/services.ts';
import { type Turn, turnOf } from '../step/turn.ts';
import { type Meant, meantOrder } from './meantOrder.ts';

const lastChangedFirst = (a: Order, b: Order): number =>
  Temporal.Instant.compare(b.changedAt, a.changedAt);

/** Asked twice, it is about the one that was just taken back, not about an older one. */
export function meantWithoutReference(orders: readonly Order[]): Order | undefined {
  return orders.find(isWithdrawable) ?? orders.toSorted(lastChangedFirst)[0];
}

export class WithdrawDialog extends Dialog<Meant> {
  readonly #services: Services;

  constructor(services: Services) {
    super('withdraw');
    this.#services = services;
  }

  override async beginDialog(
    dc: DialogContext,
    options: Meant = { said: '' },
  ): Promise<DialogTurnResult> {
    const turn = turnOf(dc.context);
    const order = await meantOrder(this.#services, turn, options, meantWithoutReference);
    if (!order) {
      await turn.say('dialogs.withdraw.none');
      return dc.endDialog();
    }
    await turn.say(await this.#request(turn, order));
    turn.keep();
    return dc.replaceDialog('order', { subject: { orderId: order.id } });
  }

  /** @returns the key of what is said to it. */
  async #request(turn: Turn, order: Order): Promise<string> {
    const { seller, directory, clock, orders } = this.#services;
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
      wakeAt: this.#services.now().toString(),
    });
    this.#services.wake();
    return 'dialogs.withdraw.asked';
  }
}
