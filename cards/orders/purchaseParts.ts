/** What the card of an order says besides when its admin places it in the admin center. */
import { adminCenter } from '../../commerce/diagnosis/adminCenter.ts';
import { money } from '../../commerce/model/money.ts';
import type { Order } from '../../commerce/model/order.ts';
import type { Localiser } from '../../locales/localiser.ts';
import { openUrl } from '../kit/buttons.ts';
import { type Element, paragraph } from '../kit/elements.ts';
import { counted } from '../kit/wording.ts';

/** Where the order stands, in a sentence: none of ours where that is the same for every order. */
export function purchaseNext({ state, purchase }: Order): string | undefined {
  if (!purchase) return undefined;
  if (state === 'awaitingPurchase') return purchase.saidAt === undefined ? 'open' : 'said';
  if (state === 'completed') return purchase.oldPlanGoesOn ? 'oldGoesOn' : undefined;
  return ['reassigning', 'cancellingOld', 'withdrawn', 'lapsed'].find((one) => one === state);
}

/** @param insteadName of the plan that was bought instead of the one that is waited for */
export function purchaseLines(
  { state, purchase, quantity, users }: Order,
  { timeZone, insteadName: plan }: { timeZone: string; insteadName: string | undefined },
  l: Localiser,
): Element[] {
  if (!purchase) return [];
  const { until, instead, bought, oldPlanGoesOn } = purchase;
  const isAwaited = state === 'awaitingPurchase';
  const lines = [
    isAwaited && l.t('cards.order.purchase.until', { time: l.dateTime(until, timeZone) }),
    isAwaited &&
      instead &&
      plan !== undefined &&
      counted(l, 'cards.order.purchase.instead', instead.licences, { plan }),
    bought !== undefined &&
      bought < quantity &&
      counted(l, 'cards.order.purchase.fewer', bought, { wanted: l.number(quantity) }),
    bought !== undefined &&
      bought < users.total &&
      counted(l, 'cards.order.purchase.tooFew', users.total),
    state === 'completedWithUserErrors' &&
      oldPlanGoesOn &&
      l.t('cards.order.purchase.oldPlanGoesOn'),
  ];
  return lines.flatMap((line) => (line ? [paragraph(line)] : []));
}

/** What it costs by the price list: what is charged is told by nobody. */
export function purchaseFacts(
  { purchase, currency }: Order,
  l: Localiser,
): [label: string, value: string][] {
  if (!purchase) return [];
  const price = l.money(money(purchase.listPrice, currency));
  return [
    [l.t('cards.adminCenter.listPrice'), l.t('cards.adminCenter.perCharge', { price })],
    ...(purchase.bought === undefined
      ? []
      : [[l.t('cards.order.purchase.bought'), l.number(purchase.bought)] as [string, string]]),
  ];
}

/** The way to where it is ordered, while it is waited for. */
export function adminCenterLink({ state }: Order, l: Localiser): Element[] {
  if (state !== 'awaitingPurchase') return [];
  return [openUrl(l.t('cards.adminCenter.open'), adminCenter.subscriptions)];
}
