/** An order for the books: what was ordered, at which quote, by whom, when, and what became of it. */
import type { TenantNature } from '../../cards/kit/card.ts';
import { table } from '../../cards/kit/elements.ts';
import { addressLines, purchaseTerms } from '../../cards/kit/wording.ts';
import { stateName } from '../../cards/orders/orderParts.ts';
import { quoteTable } from '../../cards/upgrade/review/quoteLines.ts';
import { money } from '../../commerce/model/money.ts';
import type { AuditEntry, Order } from '../../commerce/model/order.ts';
import type { Quote } from '../../commerce/model/quote.ts';
import { chargedBy } from '../../commerce/order/confirmed.ts';
import type { Localiser } from '../../locales/localiser.ts';
import { factsHtml, htmlPage, linesHtml, section, tableHtml } from './html.ts';

export interface OrderPageView {
  order: Order;
  sourceName: string;
  targetName: string;
  /** Absent where nobody quotes, and where it is not kept any more. */
  quote?: Quote;
  /** Add-ons of the quote. */
  addOns: readonly { skuId: string; name: string }[];
  nature: TenantNature;
  /** ISO instant. */
  asOf: string;
  timeZone: string;
}

export function orderPage(view: OrderPageView, l: Localiser): string {
  const { order, targetName: target, nature } = view;
  const nowhere = nature.simulated ? 'simulated' : nature.listPrices ? 'listPrices' : undefined;
  return htmlPage(
    l.t('cards.order.title', { target }),
    [
      ...(nowhere ? [linesHtml([l.t(`cards.common.${nowhere}`)], 'small')] : []),
      factsHtml(factsOf(view, l)),
      ...amounts(view, l),
      ...parties(order, l),
      section(l.t('orderPage.history'), history(view, l)),
      linesHtml(
        [l.t('cards.common.asOf', { time: l.dateTime(view.asOf, view.timeZone) })],
        'small',
      ),
    ].join(''),
    l,
  );
}

type Fact = readonly [name: string, value: string];

function factsOf({ order, sourceName, targetName, timeZone }: OrderPageView, l: Localiser): Fact[] {
  const charged = chargedBy(order);
  const amount = (minor: number): string => l.money(money(minor, order.currency));
  return [
    [l.t('cards.common.reference'), order.id],
    [l.t('orderPage.state'), stateName(order, l)],
    [l.t('cards.order.from'), sourceName],
    [l.t('cards.common.to'), targetName],
    [l.t('cards.common.licenses'), l.number(order.quantity)],
    [l.t('cards.common.terms'), purchaseTerms(order, l)],
    [l.t('cards.order.placedAt'), l.dateTime(order.placedAt, timeZone)],
    [l.t('orderPage.placedBy'), order.placedBy.name],
    ...(order.askedBy ? [[l.t('cards.order.askedBy'), order.askedBy.name] as const] : []),
    ...(charged
      ? [
          [l.t('cards.order.dueToday'), amount(charged.dueToday)] as const,
          [
            l.t('cards.order.perPeriod'),
            `${amount(charged.perPeriod)} ${l.t(`terms.per.${order.billing}`)}`,
          ] as const,
        ]
      : []),
  ];
}

function amounts({ quote, sourceName, targetName, addOns }: OrderPageView, l: Localiser): string[] {
  if (!quote) return [];
  const lines = tableHtml(quoteTable({ quote, sourceName, targetName, addOns }, l));
  const tax = linesHtml([l.t('cards.common.beforeTax')], 'small');
  return [section(l.t('orderPage.amounts'), lines, tax)];
}

function parties({ confirmed }: Order, l: Localiser): string[] {
  if (!confirmed) return [];
  const { soldTo, billedTo } = confirmed;
  return [
    section(l.t('cards.review.soldTo'), linesHtml(addressLines(soldTo, l))),
    section(l.t('orderPage.billedTo'), linesHtml([...addressLines(billedTo, l), billedTo.email])),
  ];
}

/** Each change of state; what was only noted meanwhile is for support. */
function history({ order, timeZone }: OrderPageView, l: Localiser): string {
  const header = ['when', 'what', 'by'].map((name) => l.t(`orderPage.${name}`));
  const { purchase } = order;
  const rows = order.audit
    .filter(({ from, to }) => from !== to)
    .map((entry) => [
      l.dateTime(entry.at, timeZone),
      stateName({ state: entry.to, ...(purchase ? { purchase } : {}) }, l),
      whoseDoing(entry, order, l),
    ]);
  return tableHtml(table([1, 1, 1], [header, ...rows]));
}

function whoseDoing({ by }: AuditEntry, { placedBy, askedBy }: Order, l: Localiser): string {
  const person = [placedBy, askedBy].find((one) => one?.userId === by);
  return person?.name ?? (by === 'system' ? l.t('orderPage.service') : by);
}
