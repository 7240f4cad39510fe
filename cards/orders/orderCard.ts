/** An order on its way: state, steps, what is left to do. Replaced in place as the order moves. */
import { money } from '../../commerce/model/money.ts';
import { isFinal, type Order, type OrderState } from '../../commerce/model/order.ts';
import { chargedBy } from '../../commerce/order/confirmed.ts';
import type { TakingBack } from '../../commerce/order/service/withdrawal.ts';
import type { Localiser } from '../../locales/localiser.ts';
import { buttonsOf, openUrl } from '../kit/buttons.ts';
import type { Card, CardContext } from '../kit/card.ts';
import { defineCard } from '../kit/cardKind.ts';
import { type Element, facts, paragraph } from '../kit/elements.ts';
import { type AsOf, asOfLine, frame } from '../kit/frame.ts';
import { purchaseTerms } from '../kit/wording.ts';
import { failureCode, stateBadge, stateName } from './orderParts.ts';
import { allSteps, stepLine, userBar } from './orderProgress.ts';
import { adminCenterLink, purchaseFacts, purchaseLines, purchaseNext } from './purchaseParts.ts';
import { failuresShown, userFailures } from './userFailures.ts';

export const orderCardKind = defineCard('order', {
  verbs: [
    'order.refresh',
    'order.withdraw',
    'order.list',
    'order.page',
    'purchase.placed',
    'purchase.instead',
    'support.request',
  ],
  showsPriceOrOrder: true,
  private: 'prices',
});

export interface OrderView extends AsOf {
  order: Order;
  sourceName: string;
  targetName: string;
  takingBack: TakingBack;
  /** Of the plan that was bought in place of the one that is waited for. */
  insteadName?: string;
  /** Of the page for the books, for who has just asked for it. */
  pageUrl?: string;
}

export function orderCard(view: OrderView, context: CardContext): Card {
  const { l } = context;
  const { order, targetName: target } = view;
  const button = buttonsOf(orderCardKind, context);
  const isAwaited = order.state === 'awaitingPurchase';
  return frame(orderCardKind, context, {
    title: l.t('cards.order.title', { target }),
    summary: l.t('cards.order.summary', {
      reference: order.id,
      target,
      state: stateName(order, l),
    }),
    body: [
      stateBadge(order, l),
      ...stepLine(order, view, l),
      ...userBar(order, l),
      paragraph(nextIn(order, l)),
      ...purchaseLines(order, { timeZone: view.timeZone, insteadName: view.insteadName }, l),
      ...takingBackLine(view, l),
      ...allSteps(order, l),
      ...userFailures(order, view.timeZone, l),
      orderFacts(view, l),
      ...failureCode(order, l),
      asOfLine(view, l),
    ],
    actions: [
      ...pageWay(view, context),
      ...adminCenterLink(order, l),
      ...(isAwaited && order.purchase?.saidAt === undefined
        ? [
            button({
              verb: 'purchase.placed',
              title: l.t('cards.adminCenter.check'),
              primary: true,
            }),
          ]
        : []),
      ...(isAwaited && view.insteadName !== undefined
        ? [button({ verb: 'purchase.instead', title: l.t('cards.order.purchase.takeInstead') })]
        : []),
      ...(isFinal(order)
        ? []
        : [button({ verb: 'order.refresh', title: l.t('cards.order.refresh') })]),
      ...(order.users.failures.length > failuresShown
        ? [button({ verb: 'order.list', title: l.t('cards.order.list') })]
        : []),
      ...(view.takingBack === 'possible'
        ? [
            button({
              verb: 'order.withdraw',
              title: l.t(`cards.order.${isAwaited ? 'purchase.letGo' : 'withdraw'}`),
            }),
          ]
        : []),
      ...(wantsSupport(view)
        ? [button({ verb: 'support.request', title: l.t('cards.common.support') })]
        : []),
    ],
  });
}

/** Once there is something for the books. */
function pageWay({ order: { state }, pageUrl }: OrderView, context: CardContext): Element[] {
  const { l } = context;
  if (pageUrl !== undefined) return [openUrl(l.t('cards.order.pageOpen'), pageUrl)];
  if (state !== 'completed' && state !== 'completedWithUserErrors') return [];
  const title = l.t('cards.order.page');
  return [buttonsOf(orderCardKind, context)({ verb: 'order.page', title })];
}

function nextIn(order: Order, l: Localiser): string {
  const ofPurchase = purchaseNext(order);
  if (ofPurchase) return l.t(`cards.order.purchase.next.${ofPurchase}`);
  return l.t(`cards.order.next.${order.unclearSince === undefined ? order.state : 'unclear'}`);
}

function takingBackLine({ takingBack, order }: OrderView, l: Localiser): Element[] {
  if (takingBack === 'over' || order.unclearSince !== undefined || order.purchase) return [];
  return [paragraph(l.t(`cards.order.takingBack.${takingBack}`))];
}

const chargesNothing: readonly OrderState[] = ['declined', 'withdrawn', 'lapsed'];

function orderFacts({ order, sourceName, targetName, timeZone }: OrderView, l: Localiser): Element {
  return facts([
    [l.t('cards.common.reference'), order.id],
    [l.t('cards.order.from'), sourceName],
    [l.t('cards.common.to'), targetName],
    [l.t('cards.common.licenses'), l.number(order.quantity)],
    [l.t('cards.common.terms'), purchaseTerms(order, l)],
    ...(chargesNothing.includes(order.state) ? [] : chargeFacts(order, l)),
    ...purchaseFacts(order, l),
    [
      l.t(order.purchase ? 'cards.order.purchase.since' : 'cards.order.placedAt'),
      l.dateTime(order.placedAt, timeZone),
    ],
    ...(order.askedBy ? [[l.t('cards.order.askedBy'), order.askedBy.name] as const] : []),
  ]);
}

function chargeFacts(order: Order, l: Localiser): [label: string, value: string][] {
  const charged = chargedBy(order);
  if (!charged) return [];
  const amount = (minor: number): string => l.money(money(minor, order.currency));
  const credit = l.t('cards.review.creditToInvoice');
  return [
    [l.t('cards.order.dueToday'), amount(charged.dueToday)],
    ...(charged.creditToInvoice > 0
      ? [[credit, amount(charged.creditToInvoice)] as [string, string]]
      : []),
    [
      l.t('cards.order.perPeriod'),
      `${amount(charged.perPeriod)} ${l.t(`terms.per.${order.billing}`)}`,
    ],
  ];
}

const harmlessEnds: readonly OrderState[] = ['completed', 'withdrawn', 'lapsed'];

/** After a bad end, when nobody knows what became of the order, and when nothing has moved for a day outside of a credit check (R75). */
function wantsSupport({ order, asOf }: OrderView): boolean {
  if (isFinal(order)) return !harmlessEnds.includes(order.state);
  if (order.unclearSince !== undefined) return true;
  const still = Temporal.Instant.from(order.changedAt).until(Temporal.Instant.from(asOf));
  return !['creditCheck', 'awaitingPurchase'].includes(order.state) && still.total('hours') >= 24;
}
