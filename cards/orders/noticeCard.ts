/** A message that comes by itself when an order has moved: what happened, and what comes next. */

import { money } from '../../commerce/model/money.ts';
import {
  isFinal,
  type NoticeKind,
  type Order,
  type OrderAmounts,
  type OrderState,
} from '../../commerce/model/order.ts';
import type { OrUnknown } from '../../commerce/model/unknown.ts';
import { chargedBy } from '../../commerce/order/confirmed.ts';
import type { Localiser } from '../../locales/localiser.ts';
import { buttonsOf } from '../kit/buttons.ts';
import type { Card, CardContext } from '../kit/card.ts';
import { defineCard } from '../kit/cardKind.ts';
import { type Element, facts, paragraph, small } from '../kit/elements.ts';
import { frame } from '../kit/frame.ts';
import { told } from '../kit/told.ts';
import { counted } from '../kit/wording.ts';
import { failureCode, stateBadge } from './orderParts.ts';
import { untilThen } from './userFailures.ts';

export const noticeCardKind = defineCard('notice', {
  verbs: [
    'order.refresh',
    'order.withdraw',
    'purchase.placed',
    'notice.mute',
    'upgrade.start',
    'manual.start',
    'support.request',
    'case.show',
    'suggestion.take',
    'approval.show',
  ],
  // Which message is meant is looked up in the case that the row names.
  pageVerb: 'suggestion.take',
  showsPriceOrOrder: true,
});

export interface NoticeView {
  kind: NoticeKind;
  order: Order;
  sourceName: string;
  targetName: string;
  timeZone: string;
  aftermath?: Aftermath;
}

/** What follows a complete upgrade by itself. */
export interface Aftermath {
  /** For users who had services turned off these are turned off again. */
  turnsOff: boolean;
  /** For unused time, in minor units of the order's currency; 0 where there is none. */
  credit: OrUnknown<number>;
}

/** What these tell of is over when the order has moved on: the badge would speak of something else. */
const toldState: Partial<Record<NoticeView['kind'], OrderState>> = {
  creditCheckStarted: 'creditCheck',
  creditCheckApproved: 'provisioning',
};

/** An order that is a day late, or came to nothing without a reason that people can mend. */
const asksForSupport: readonly NoticeKind[] = ['stuck', 'unclear', 'failed'];

export function noticeCard(view: NoticeView, context: CardContext): Card {
  const { l } = context;
  const { kind, order, sourceName: source, targetName: target } = view;
  const button = buttonsOf(noticeCardKind, context);
  const leftBehind = order.users.failures.length;
  const names = { source, target };
  const sentences = sentencesOf(view);
  const happened = counted(l, `cards.notice.${sentences}.happened`, leftBehind, names);
  const decision =
    kind === 'creditCheckStarted' && order.creditCheckBy !== undefined
      ? [paragraph(l.t('cards.order.creditCheckBy', { date: l.date(order.creditCheckBy) }))]
      : [];
  return frame(noticeCardKind, context, {
    title: l.t(`cards.notice.${kind === 'lapsed' ? sentences : kind}.title`),
    summary: `${happened} (${order.id})`,
    body: [
      ...badgeOf(view, context),
      ...told(
        {
          happened,
          by: l.t(`cards.notice.${order.purchase ? 'begunBy' : 'placedBy'}`, {
            name: order.placedBy.name,
          }),
          toDo: [
            paragraph(
              [l.t(`cards.notice.${sentences}.next`, names), ...follows(view, sentences, l)].join(
                ' ',
              ),
            ),
            ...decision,
            ...untilThen(order, view.timeZone, l),
            ...(kind === 'lapsed' ? lapsedAmounts(order, l) : []),
          ],
        },
        l,
      ),
      facts([
        [l.t('cards.common.reference'), order.id],
        [l.t('cards.common.licenses'), l.number(order.quantity)],
        [l.t('cards.notice.changedAt'), l.dateTime(order.changedAt, view.timeZone)],
      ]),
      ...failureCode(order, l),
      ...(isFinal(order) ? [] : [small(l.t('cards.notice.muteHint'))]),
    ],
    actions: [
      ...(kind === 'purchaseAsked'
        ? [
            button({
              verb: 'purchase.placed',
              title: l.t('cards.adminCenter.check'),
              primary: true,
            }),
            button({ verb: 'order.withdraw', title: l.t('cards.order.purchase.letGo') }),
          ]
        : []),
      button({ verb: 'order.refresh', title: l.t('cards.notice.show') }),
      ...(kind === 'lapsed'
        ? [button({ verb: 'upgrade.start', title: l.t('cards.notice.startAgain'), primary: true })]
        : []),
      ...(asksForSupport.includes(kind)
        ? [button({ verb: 'support.request', title: l.t('cards.common.support') })]
        : []),
      ...(isFinal(order) ? [] : [button({ verb: 'notice.mute', title: l.t('cards.notice.mute') })]),
    ],
  });
}

function sentencesOf({ kind, order: { users, purchase } }: NoticeView): string {
  // It may be told that some were not moved, and not who.
  if (kind === 'completedWithUserErrors' && users.failures.length === 0) {
    return 'completedWithUnnamed';
  }
  if (purchase && kind === 'lapsed') return 'purchaseLapsed';
  return purchase?.oldPlanGoesOn && kind === 'completed' ? 'completedOldGoesOn' : kind;
}

/** Each only where it applies. */
function follows({ aftermath, order }: NoticeView, sentences: string, l: Localiser): string[] {
  if (!aftermath || sentences !== 'completed') return [];
  const { turnsOff, credit } = aftermath;
  const services = turnsOff ? [l.t('cards.notice.completed.services')] : [];
  if (credit === 'unknown') return [...services, l.t('cards.notice.completed.creditUnknown')];
  if (credit === 0) return services;
  const amount = l.money(money(credit, order.currency));
  return [...services, l.t('cards.notice.completed.credit', { credit: amount })];
}

function badgeOf({ kind, order }: NoticeView, { l }: CardContext): Element[] {
  return (toldState[kind] ?? order.state) === order.state ? [stateBadge(order, l)] : [];
}

/** What was confirmed, and what it would cost now, where that is known. */
function lapsedAmounts(order: Order, l: Localiser): Element[] {
  const confirmed = chargedBy(order);
  if (!confirmed) return [];
  const amounts = ({ dueToday, creditToInvoice, perPeriod }: OrderAmounts): string => {
    const amount = (minor: number): string => l.money(money(minor, order.currency));
    return l.t(`cards.notice.amounts.${creditToInvoice > 0 ? 'credit' : 'charge'}`, {
      due: amount(dueToday),
      credit: amount(creditToInvoice),
      period: `${amount(perPeriod)} ${l.t(`terms.per.${order.billing}`)}`,
    });
  };
  const { amountsNow } = order;
  return [
    facts([
      [l.t('cards.notice.amounts.confirmed'), amounts(confirmed)],
      [
        l.t('cards.notice.amounts.now'),
        amountsNow ? amounts(amountsNow) : l.t('cards.notice.amounts.unknown'),
      ],
    ]),
  ];
}
