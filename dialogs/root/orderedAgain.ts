/** A yes that is said again once its review is answered. */
import { type VisibleOrdersSources, visibleOrders } from '../../commerce/access/visibleOrders.ts';
import { isFinal } from '../../commerce/model/order.ts';
import { match } from '../../understanding/phrases.ts';
import { understand } from '../../understanding/understand.ts';
import type { Turn } from '../step/turn.ts';

/** @returns id of the order under way that it then is about, once that is said; undefined when it is no such yes */
export async function orderedAgain(
  needs: VisibleOrdersSources,
  turn: Turn,
): Promise<string | undefined> {
  const { text } = turn.intent;
  const { consents, orders } = understand(text);
  if (!(consents && orders) && match(text, 'placeOrder') === undefined) return undefined;
  const open = (await visibleOrders(needs, turn)).find((order) => !isFinal(order));
  if (open) await turn.say('dialogs.review.alreadyOpen', { order: open.id });
  return open?.id;
}
