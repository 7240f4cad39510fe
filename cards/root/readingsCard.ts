/** What a text may have meant that was not understood: one press says it. */
import { buttonsOf } from '../kit/buttons.ts';
import type { Card, CardContext } from '../kit/card.ts';
import { defineCard } from '../kit/cardKind.ts';
import { paragraph } from '../kit/elements.ts';
import { frame } from '../kit/frame.ts';

export const readingsCardKind = defineCard('readings', {
  verbs: ['reading.choose', 'help.show'],
});

/** Intents that can be offered; their titles lie under `cards.readings`. */
export const offeredIntents = [
  'upgrade',
  'status',
  'withdraw',
  'cancel',
  'back',
  'startOver',
  'support',
  'language.en-US',
  'language.sv-SE',
  'explain',
  'change.payment',
  'change.soldTo',
  'change.items',
] as const;
export type OfferedIntent = (typeof offeredIntents)[number];

/** The likelier first; one or two. */
export interface ReadingsView {
  intents: readonly OfferedIntent[];
}

export function readingsCard({ intents }: ReadingsView, context: CardContext): Card {
  const { l } = context;
  const button = buttonsOf(readingsCardKind, context);
  const titled = intents.map((intent) => ({
    choice: intent,
    title: l.t(`cards.readings.intents.${intent}`),
  }));
  return frame(readingsCardKind, context, {
    title: l.t('cards.readings.title'),
    summary: l.t('cards.readings.summary', {
      readings: titled.map(({ title }) => title).join('; '),
    }),
    body: [paragraph(l.t('cards.readings.intro'))],
    actions: [
      ...titled.map((one) => button({ verb: 'reading.choose', ...one })),
      button({ verb: 'help.show', title: l.t('cards.home.help') }),
    ],
  });
}
