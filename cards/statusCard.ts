/** The newest orders at a glance. */
import type { Localiser } from '../locales/localiser.ts';
import { buttonsOf } from './buttons.ts';
import type { Card, CardContext } from './card.ts';
import { block, type Element, heading, paragraph, small, withButton } from './elements.ts';
import { asOfLine, frame } from './frame.ts';
import { stateBadge } from './orderParts.ts';
import type { StatusView } from './views.ts';
import { counted } from './wording.ts';

export function statusCard(view: StatusView, context: CardContext): Card {
  const { l } = context;
  const button = buttonsOf<'status'>(context);
  if (view.orders.length === 0) {
    return frame('status', {
      title: l.t('cards.status.noneTitle'),
      summary: l.t('cards.status.none'),
      body: [paragraph(l.t('cards.status.none')), asOfLine(view, l)],
      actions: [button({ verb: 'upgrade.start', title: l.t('cards.home.upgrade'), primary: true })],
    });
  }
  return frame('status', {
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
      asOfLine(view, l),
    ],
    actions: [],
  });
}

function summaryOf({ orders }: StatusView, l: Localiser): string {
  const [newest] = orders;
  return counted(l, 'cards.status.summary', orders.length, {
    reference: newest?.order.id ?? '',
    state: newest ? l.t(`terms.state.${newest.order.state}`) : '',
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
