/** Whether the organization is to be forgotten. */
import { buttonsOf } from '../kit/buttons.ts';
import type { Card, CardContext } from '../kit/card.ts';
import { defineCard } from '../kit/cardKind.ts';
import { paragraph } from '../kit/elements.ts';
import { frame } from '../kit/frame.ts';

export const disconnectCardKind = defineCard('disconnect', {
  verbs: ['connect.end', 'connect.keep'],
  asks: true,
});

export interface DisconnectView {
  /** ISO instant. */
  since: string;
}

export function disconnectCard({ since }: DisconnectView, context: CardContext): Card {
  const { l } = context;
  const button = buttonsOf(disconnectCardKind, context);
  return frame(disconnectCardKind, context, {
    title: l.t('cards.disconnect.title'),
    summary: l.t('cards.disconnect.summary'),
    body: [
      paragraph(l.t('cards.disconnect.since', { time: l.dateTime(since, 'UTC') })),
      paragraph(l.t('cards.disconnect.forgets')),
      paragraph(l.t('cards.disconnect.consentStays')),
    ],
    actions: [
      button({ verb: 'connect.keep', title: l.t('cards.disconnect.keep'), primary: true }),
      button({ verb: 'connect.end', title: l.t('cards.disconnect.end') }),
    ],
  });
}
