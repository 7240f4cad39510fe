/** How far are my upgrades? Found by reference, by either plan or by either subscription (R77). */
import { statusCard } from '../../cards/orders/statusCard.ts';
import { type VisibleOrdersSources, visibleOrders } from '../../commerce/access/visibleOrders.ts';
import type { ManualChanges } from '../../commerce/manualChange/manualChanges.ts';
import type { Order } from '../../commerce/model/order.ts';
import { findReference } from '../../commerce/order/reference.ts';
import { isOver } from '../../commerce/support/case.ts';
import type { Cases } from '../../commerce/support/cases.ts';
import type { Watching } from '../../commerce/watch/watching.ts';
import { findByName } from '../../understanding/findByName.ts';
import { match, withoutPoliteness } from '../../understanding/phrases.ts';
import { normalise } from '../../understanding/reading/normalise.ts';
import { type Begun, type Next, OneTurnDialog } from '../step/oneTurnDialog.ts';
import { planName } from '../step/planName.ts';
import type { Turn } from '../step/turn.ts';
import { type OrderViewNeeds, statusView } from './orderViews.ts';

export interface StatusNeeds extends VisibleOrdersSources, OrderViewNeeds {
  watching: Watching;
  manualChanges: Pick<ManualChanges, 'openFor'>;
  cases: Pick<Cases, 'of'>;
}

/** A text that is the reference of an order and nothing more, but for politeness: `show UPG-7K3M9QX2`. */
export function orderAsked(text: string): string | undefined {
  const words = withoutPoliteness(normalise(text));
  return /^upg[\s\p{Pd}]*[0-9a-z]{8}$/u.test(words) ? findReference(words) : undefined;
}

const ordersListed = 5;
const watchesListed = 5;
const changesListed = 5;
const casesListed = 3;

export class StatusDialog extends OneTurnDialog<StatusNeeds> {
  protected override async run({ turn }: Begun): Promise<Next | undefined> {
    const all = await visibleOrders(this.needs, turn);
    const { text } = turn.intent;
    const asked = match(text, 'status') ?? orderAsked(text);
    const about = asked ? this.#about(turn, all, asked) : all;
    const [only, second] = about;
    if (asked && only && !second) return { dialogId: 'order', subject: { orderId: only.id } };
    if (asked && !only && all.length > 0) {
      await turn.say('dialogs.status.notFound', { asked: findReference(asked) ?? asked });
    }
    const orders = (only ? about : all).slice(0, ordersListed);
    const watches = (await this.needs.watching.openIn(turn)).slice(0, watchesListed);
    const changes = (await this.needs.manualChanges.openFor(turn)).slice(0, changesListed);
    const cases = (await this.needs.cases.of(turn)).filter((one) => !isOver(one));
    const listed = { orders, watches, changes, cases: cases.slice(0, casesListed) };
    const view = await statusView(this.needs, turn.l, turn.tenantId, listed);
    const choices = [...orders, ...watches].map(({ id }) => id);
    await turn.show('status', { subject: {}, choices, forAll: true }, (context) =>
      statusCard(view, context),
    );
    return undefined;
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
        const name = planName(this.needs.catalog, skuId, turn.l);
        return 'found' in findByName(asked, [{ choice: skuId, name }]);
      }),
    );
  }
}
