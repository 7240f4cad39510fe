/** The open conversation: what can be done here. */
import { Dialog, type DialogContext, type DialogTurnResult } from 'botbuilder-dialogs';
import { homeCard } from '../../cards/root/homeCard.ts';
import { visibleOrders } from '../../commerce/access/visibleOrders.ts';
import { isFinal } from '../../commerce/model/order.ts';
import type { Services } from '../step/services.ts';
import { turnOf } from '../step/turn.ts';

export class HomeDialog extends Dialog {
  readonly #services: Services;

  constructor(services: Services) {
    super('home');
    this.#services = services;
  }

  override async beginDialog(dc: DialogContext): Promise<DialogTurnResult> {
    const turn = turnOf(dc.context);
    const [organisation, orders] = await Promise.all([
      this.#services.directory.organisation(turn.tenantId),
      visibleOrders(this.#services, turn),
    ]);
    const openOrders = orders.filter((order) => !isFinal(order)).length;
    await turn.show('home', { subject: {}, forAll: true }, (context) =>
      homeCard({ organisation: organisation.name, openOrders }, context),
    );
    return dc.endDialog();
  }
}
