/** Prepaid time would be lost: how much, until when, and the two ways on (R93, R94). */

import { money } from '../../commerce/model/money.ts';
import type { Quote } from '../../commerce/model/quote.ts';
import { firstCharge } from '../../commerce/quote/paymentMethods.ts';
import type { Localiser } from '../../locales/localiser.ts';
import { buttonsOf } from '../kit/buttons.ts';
import type { Card, CardContext } from '../kit/card.ts';
import { defineCard } from '../kit/cardKind.ts';
import {
  block,
  type Element,
  facts,
  heading,
  paragraph,
  prominent,
  small,
  stackedBar,
} from '../kit/elements.ts';
import { frame } from '../kit/frame.ts';
import { counted } from '../kit/wording.ts';

export const forfeitCardKind = defineCard('forfeit', {
  verbs: ['forfeit.accept', 'forfeit.wait', 'plan.back'],
  asks: true,
  private: 'prices',
  givesWay: true,
  showsPriceOrOrder: true,
});

export interface ForfeitView {
  sourceName: string;
  targetName: string;
  /** With a forfeit (R94). */
  quote: Quote;
  timeZone: string;
}

export function forfeitCard(view: ForfeitView, context: CardContext): Card {
  const { l } = context;
  const { quote, sourceName: source, targetName: target } = view;
  const button = buttonsOf(forfeitCardKind, context);
  const amount = (minor: number): string => l.money(money(minor, quote.currency));
  const credit = -quote.lines
    .filter(({ kind, skuId }) => kind === 'credit' && skuId === quote.sourceSkuId)
    .reduce((sum, line) => sum + line.amount, 0);
  const lost = quote.forfeit ?? { amount: 0, lostDays: 0, noLossFrom: quote.pricesOf };
  const values = {
    source,
    target,
    lost: amount(lost.amount),
    count: lost.lostDays,
    date: l.date(lost.noLossFrom),
  };
  const told = (name: string, minor: number): string =>
    `${l.t(`cards.forfeit.${name}`)}: ${amount(minor)}`;
  return frame(forfeitCardKind, context, {
    title: l.t('cards.forfeit.title'),
    summary: l.t('cards.forfeit.summary', values),
    body: [
      prominent(l.t('cards.forfeit.lost', values)),
      paragraph(l.t('cards.forfeit.why', values)),
      stackedBar(l.t('cards.forfeit.value'), [
        { legend: told('credit', credit), value: credit, tone: 'good' },
        { legend: told('lostLabel', lost.amount), value: lost.amount, tone: 'attention' },
      ]),
      ...timeBar(quote, l),
      facts([
        [l.t('cards.forfeit.value'), amount(credit + lost.amount)],
        [l.t('cards.forfeit.firstCharge'), amount(firstCharge(quote))],
        [l.t('cards.forfeit.noLossFrom'), l.date(lost.noLossFrom)],
      ]),
      small(l.t('cards.common.beforeTax')),
      block(heading(l.t('cards.forfeit.waitTitle')), paragraph(l.t('cards.forfeit.wait', values))),
      block(
        heading(l.t('cards.forfeit.manualTitle')),
        paragraph(l.t('cards.forfeit.manual', values)),
      ),
    ],
    actions: [
      button({ verb: 'forfeit.wait', title: l.t('cards.forfeit.waitButton'), primary: true }),
      button({ verb: 'forfeit.accept', title: l.t('cards.forfeit.acceptButton') }),
      button({ verb: 'plan.back', title: l.t('cards.common.backToPlans') }),
    ],
  });
}

/** The time that is paid: what is used, what would be lost today, and from when on nothing is. */
function timeBar({ lines, sourceSkuId, forfeit }: Quote, l: Localiser): Element[] {
  const { days, ofDays } =
    lines.find(({ kind, skuId }) => kind === 'credit' && skuId === sourceSkuId) ?? {};
  if (!forfeit || days === undefined || ofDays === undefined) return [];
  const lost = Math.min(forfeit.lostDays, days);
  const part = (name: string, n: number, tone: 'neutral' | 'attention' | 'good') => ({
    legend: counted(l, `cards.forfeit.time.${name}`, n, { date: l.date(forfeit.noLossFrom) }),
    value: n,
    tone,
  });
  return [
    stackedBar(counted(l, 'cards.forfeit.time.left', days, { of: l.number(ofDays) }), [
      ...(days < ofDays ? [part('used', ofDays - days, 'neutral')] : []),
      ...(lost > 0 ? [part('lost', lost, 'attention')] : []),
      ...(lost < days ? [part('kept', days - lost, 'good')] : []),
    ]),
  ];
}
