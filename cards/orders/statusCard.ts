/** The newest orders at a glance. */

import type { Order } from '../../commerce/model/order.ts';
import type { SupportCase } from '../../commerce/support/case.ts';
import type { Localiser } from '../../locales/localiser.ts';
import { buttonsOf } from '../kit/buttons.ts';
import type { Card, CardContext } from '../kit/card.ts';
import { defineCard } from '../kit/cardKind.ts';
import { block, type Element, heading, paragraph, small, withButton } from '../kit/elements.ts';
import { type AsOf, asOfLine, frame } from '../kit/frame.ts';
import { counted } from '../kit/wording.ts';
import { stateBadge, stateName } from './orderParts.ts';
import type { WatchView } from './watchNoticeCard.ts';

export const statusCardKind = defineCard('status', {
  verbs: ['order.refresh', 'watch.stop', 'upgrade.start'],
  showsPriceOrOrder: true,
});

export interface StatusView extends AsOf {
  /** Newest first, at most five; `choice` is the order's id. */
  orders: { order: Order; sourceName: string; targetName: string }[];
  /** Open ones, newest first, at most five; `choice` is the watch's id. */
  watches: WatchView[];
  /** Changes of a plan by hand that are open, newest first, at most five, and how far each has come. */
  changes: { reference: string; sourceName: string; targetName: string; n: number; of: number }[];
  /** Open support cases, newest first, at most three. */
  cases: Pick<SupportCase, 'id' | 'state'>[];
}

export function statusCard(view: StatusView, context: CardContext): Card {
  const { l } = context;
  const button = buttonsOf(statusCardKind, context);
  const { orders, watches, changes, cases } = view;
  if (orders.length + watches.length + changes.length + cases.length === 0) {
    return frame(statusCardKind, context, {
      title: l.t('cards.status.noneTitle'),
      summary: l.t('cards.status.none'),
      body: [paragraph(l.t('cards.status.none')), asOfLine(view, l)],
      actions: [button({ verb: 'upgrade.start', title: l.t('cards.home.upgrade'), primary: true })],
    });
  }
  return frame(statusCardKind, context, {
    title: l.t('cards.status.title'),
    summary: summaryOf(view, l),
    body: [
      ...view.orders.map((item) => {
        const { order } = item;
        const refresh = button({
          verb: 'order.refresh',
          title: l.t('cards.status.show'),
          tooltip: l.t('cards.status.showNamed', { reference: order.id }),
          choice: order.id,
        });
        return block(withButton(orderLines(item, view.timeZone, l), refresh));
      }),
      ...view.watches.map((item) => watchBlock(item, view.timeZone, context)),
      ...view.changes.map((item) => changeBlock(item, l)),
      ...view.cases.map((item) => caseBlock(item, l)),
      asOfLine(view, l),
    ],
    actions: [],
  });
}

function watchBlock(
  { watch, sourceName: source, targetName: target = '' }: StatusView['watches'][number],
  timeZone: string,
  context: CardContext,
): Element {
  const { l } = context;
  const stop = buttonsOf(
    statusCardKind,
    context,
  )({
    verb: 'watch.stop',
    title: l.t('cards.status.stopWatch'),
    tooltip: l.t('cards.status.stopWatchNamed', { source }),
    choice: watch.id,
  });
  const until = small(
    l.t(`cards.status.until.${watch.kind}`, { time: l.dateTime(watch.endsAt, timeZone) }),
  );
  const title = heading(l.t(`cards.status.watch.${watch.kind}`, { source, target }));
  return block(withButton([title, until], stop));
}

function changeBlock(change: StatusView['changes'][number], l: Localiser): Element {
  const { reference, sourceName: source, targetName: target } = change;
  const [n, of] = [l.number(change.n), l.number(change.of)];
  return block(
    heading(l.t('cards.status.change', { source, target })),
    small(l.t('cards.status.changeStep', { reference, n, of })),
  );
}

function caseBlock({ id: reference, state }: StatusView['cases'][number], l: Localiser): Element {
  const values = { reference, state: l.t(`cases.state.${state}`) };
  return block(heading(l.t('cards.status.case')), small(l.t('cards.status.caseState', values)));
}

function summaryOf({ orders, watches, changes, cases }: StatusView, l: Localiser): string {
  const [newest] = orders;
  if (!newest) {
    const listed = { watchSummary: watches, changeSummary: changes, caseSummary: cases };
    const [what, list] = Object.entries(listed).find((one) => one[1].length > 0) ?? [];
    return counted(l, `cards.status.${what}`, list?.length ?? 0, {});
  }
  return counted(l, 'cards.status.summary', orders.length, {
    reference: newest.order.id,
    state: stateName(newest.order, l),
  });
}

function orderLines(
  { order, sourceName: source, targetName: target }: StatusView['orders'][number],
  timeZone: string,
  l: Localiser,
): Element[] {
  return [
    heading(l.t('cards.status.upgrade', { source, target })),
    stateBadge(order, l),
    small(
      l.t('cards.status.since', {
        reference: order.id,
        time: l.dateTime(order.changedAt, timeZone),
      }),
    ),
  ];
}
