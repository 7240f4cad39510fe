/** How far are my upgrades? Found by reference, by either plan or by either subscription (R77). */
import { Dialog, type DialogContext, type DialogTurnResult } from 'botbuilder-dialogs';
import { statusCard } from '../../cards/orders/statusCard.ts';
import { visibleOrders } from '../../commerce/access/visibleOrders.ts';
import type { Order } from '../../commerce/model/order.ts';
import type { Watch } from '../../commerce/model/watch.ts';
import { findReference } from '../../commerce/order/reference.ts';
import { findByName } from '../../understanding/findByName.ts';
import { match, normalise, withoutPoliteness } from '../../understanding/phrases.ts';
import type { Services } from '../step/services.ts';
import { type Turn, turnOf } from '../step/turn.ts';
import { planName } from '../upgrade/products.ts';
import { statusView } from './orderViews.ts';

/** A text that is the reference of an order and nothing more, but for politeness: `show UPG-7K3M9QX2`. */
export function orderAsked(text: string): string | undefined {
  const words = withoutPoliteness(normalise(text));
  return /^upg[\s\p{Pd}]*[0-9a-z]{8}$/u.test(words) ? findReference(words) : undefined;
}

const ordersListed = 5;
const watchesListed = 5;

export class StatusDialog extends Dialog {
  readonly #services: Services;

  constructor(services: Services) {
    super('status');
    this.#services = services;
  }

  override async beginDialog(dc: DialogContext): Promise<DialogTurnResult> {
    const turn = turnOf(dc.context);
    const all = await visibleOrders(this.#services, turn);
    const { text } = turn.intent;
    const asked = match(text, 'status') ?? orderAsked(text);
    const about = asked ? this.#about(turn, all, asked) : all;
    const [only, second] = about;
    if (asked && only && !second)
      return dc.replaceDialog('order', { subject: { orderId: only.id } });
    if (asked && !only && all.length > 0) {
      await turn.say('dialogs.status.notFound', { asked: findReference(asked) ?? asked });
    }
    const orders = (only ? about : all).slice(0, ordersListed);
    const watches = await this.#watches(turn);
    const view = await statusView(this.#services, turn.l, turn.tenantId, orders, watches);
    const choices = [...orders, ...watches].map(({ id }) => id);
    await turn.show('status', { subject: {}, choices, forAll: true }, (context) =>
      statusCard(view, context),
    );
    return dc.endDialog();
  }

  /** What is waited for in this conversation. */
  async #watches({ tenantId, conversation }: Turn): Promise<Watch[]> {
    const watches = await this.#services.watches.listByTenant(tenantId);
    return watches
      .filter((watch) => watch.state === 'open' && watch.conversation === conversation)
      .slice(0, watchesListed);
  }

  #about(turn: Turn, orders: Order[], asked: string): Order[] {
    const reference = findReference(asked);
    const byId = orders.filter(
      ({ id, subscriptionId, newSubscriptionId }) =>
        id === reference || subscriptionId === asked || newSubscriptionId === asked,
    );
    if (byId.length > 0) return byId;
    return orders.filter(({ sourceSkuId, targetSkuId }) =>
      [sourceSkuId, targetSkuId].some((skuId) => {
        const name = planName(this.#services, skuId, turn.l);
        return 'found' in findByName(asked, [{ choice: skuId, name }]);
      }),
    );
  }
}
