/** Fewer messages about an order in this conversation, or all of them again; then ends. */
import { Dialog, type DialogContext, type DialogTurnResult } from 'botbuilder-dialogs';
import { setMuted } from '../commerce/upgrade/mute.ts';
import { isFinal, type Order } from '../commerce/upgrade/order.ts';
import { findReference } from '../commerce/upgrade/reference.ts';
import type { Services } from './services.ts';
import { type Turn, turnOf } from './turn.ts';

interface MuteOptions {
  /** Or, when false, all messages again. */
  mute: boolean;
  orderId?: string | undefined;
  /** What followed the command, where it was typed. */
  said: string;
}

export class MuteDialog extends Dialog<MuteOptions> {
  readonly #services: Services;

  constructor(services: Services) {
    super('mute');
    this.#services = services;
  }

  override async beginDialog(
    dc: DialogContext,
    options: MuteOptions = { mute: true, said: '' },
  ): Promise<DialogTurnResult> {
    const turn = turnOf(dc.context);
    const order = await this.#meant(turn, options);
    if (!order) {
      await turn.say('dialogs.mute.none');
      return dc.endDialog();
    }
    const reference = order.id;
    if (isFinal(order)) {
      await turn.say('dialogs.mute.over', { reference });
      return dc.endDialog();
    }
    await setMuted(this.#services.orders, order.id, turn.conversation, options.mute);
    await turn.say(`dialogs.mute.${options.mute ? 'done' : 'undone'}`, { reference });
    return dc.endDialog();
  }

  /** The one that was pressed or named, else the newest that is under way. */
  async #meant(turn: Turn, { orderId, said }: MuteOptions): Promise<Order | undefined> {
    const orders = await this.#services.orders.listByTenant(turn.tenantId);
    const wanted = orderId ?? findReference(said);
    if (wanted !== undefined) return orders.find(({ id }) => id === wanted);
    return orders.find((order) => !isFinal(order));
  }
}
