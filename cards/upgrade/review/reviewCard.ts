/** The checkout: what it costs, what happens, and the button that commits. */

import type { Address } from '../../../commerce/model/account.ts';
import { money } from '../../../commerce/model/money.ts';
import type { Localiser } from '../../../locales/localiser.ts';
import { buttonsOf } from '../../kit/buttons.ts';
import type { Card, CardContext } from '../../kit/card.ts';
import { defineCard } from '../../kit/cardKind.ts';
import {
  block,
  type Element,
  figures,
  heading,
  paragraph,
  small,
  verbatim,
  warning,
  withButton,
} from '../../kit/elements.ts';
import { folded } from '../../kit/folded.ts';
import { frame } from '../../kit/frame.ts';
import { lossWarning } from '../../kit/losses.ts';
import { addressLines, paymentMethod } from '../../kit/wording.ts';
import { addOnItems } from './addOnItems.ts';
import { effectsBlock } from './effects.ts';
import { isShortened, quoteTable } from './quoteLines.ts';
import { quoteNotes } from './quoteNotes.ts';
import { commitment, creditCheckNote, forfeitWarning, itemFacts } from './reviewParts.ts';
import type { ReviewView } from './reviewView.ts';

export const reviewCardKind = defineCard('review', {
  verbs: ['order.place', 'approval.send', 'review.change', 'order.abandon'],
  asks: true,
  private: 'prices',
  showsPriceOrOrder: true,
});

/** What `review.change` may be about; sent back as `choice`. */
export const reviewChanges = ['items', 'soldTo', 'payment'] as const;

export function reviewCard(view: ReviewView, context: CardContext): Card {
  const { l } = context;
  const { quote } = view;
  const button = buttonsOf(reviewCardKind, context);
  const prices = {
    due: l.money(money(quote.dueToday, quote.currency)),
    perPeriod: l.money(money(quote.perPeriod, quote.currency)),
    period: l.t(`terms.per.${quote.billing}`),
  };
  const changeable = (choice: (typeof reviewChanges)[number], ...items: Element[]): Element => {
    const change = button({
      verb: 'review.change',
      title: l.t('cards.review.change'),
      tooltip: l.t(`cards.review.changeNamed.${choice}`),
      choice,
    });
    return block(withButton([heading(l.t(`cards.review.${choice}`)), ...items], change));
  };
  return frame(reviewCardKind, context, {
    title: l.t('cards.review.title'),
    summary: l.t('cards.review.summary', {
      ...prices,
      source: view.sourceName,
      target: view.targetName,
    }),
    body: [
      figures([
        [l.t('cards.review.today'), prices.due],
        [l.t('cards.review.then', prices), prices.perPeriod],
        ...differenceFigure(view, l),
      ]),
      paragraph(l.t(`cards.review.${view.approval ? `approval.${view.approval}` : 'press'}`)),
      ...(quote.assumedPrice ? [small(l.t('cards.common.assumedPrice'))] : []),
      ...forfeitWarning(view, l),
      changeable(
        'items',
        itemFacts(view, l),
        ...lossWarning({ features: view.featuresLost }, l),
        ...commitment(view, l),
        ...addOnItems(view, l),
      ),
      ...folded({
        id: 'amounts',
        items: howComputed(view, l),
        show: l.t('cards.review.showAmounts'),
        hide: l.t('cards.common.showLess'),
      }),
      changeable('soldTo', verbatim(inShort(quote.soldTo))),
      ...folded({
        id: 'addresses',
        items: [
          verbatim(...addressLines(quote.soldTo, l)),
          heading(l.t('cards.review.billedTo')),
          verbatim(...addressLines(quote.billedTo, l), quote.billedTo.email),
        ],
        show: l.t('cards.review.showAddresses'),
        hide: l.t('cards.common.showLess'),
      }),
      view.payment
        ? changeable(
            'payment',
            verbatim(paymentMethod(view.payment, l)),
            ...creditCheckNote(view, l),
            ...declinedNote(view, l),
          )
        : block(heading(l.t('cards.review.payment')), paragraph(l.t('cards.payment.unknown'))),
      ...effectsBlock(view, l),
      small(l.t('cards.review.pricesOf')),
      small(l.t('cards.review.expires', { time: l.dateTime(quote.expiresAt, view.timeZone) })),
    ],
    actions: [
      view.approval
        ? button({ verb: 'approval.send', title: l.t('cards.review.send'), primary: true })
        : button({ verb: 'order.place', title: l.t('cards.review.place'), primary: true }),
      button({ verb: 'order.abandon', title: l.t('cards.review.abandon') }),
    ],
  });
}

function howComputed(view: ReviewView, l: Localiser): Element[] {
  const each = isShortened(view.quote) ? [l.t('cards.review.notes.each')] : [];
  // One block of text, which takes far less room than one a sentence.
  return [quoteTable(view, l), small([...quoteNotes(view, l), ...each].join('\n\n'))];
}

function inShort({ name, city }: Address): string {
  return `${name}, ${city}`;
}

function differenceFigure({ difference }: ReviewView, l: Localiser): [string, string][] {
  if (!difference) return [];
  const sign = difference.amount > 0 ? '+' : '';
  return [[l.t('cards.review.difference'), `${sign}${l.money(difference)}`]];
}

function declinedNote({ declinedBefore }: ReviewView, l: Localiser): Element[] {
  if (!declinedBefore) return [];
  return [warning(paragraph(l.t(`cards.review.declined.${declinedBefore}`)))];
}
