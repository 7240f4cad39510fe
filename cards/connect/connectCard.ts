/** The organization is not connected yet: what would be read, why, and where its administrator allows it. */
import type { Localiser } from '../../locales/localiser.ts';
import { buttonsOf, openUrl } from '../kit/buttons.ts';
import type { Card, CardContext } from '../kit/card.ts';
import { defineCard } from '../kit/cardKind.ts';
import { block, type Element, heading, paragraph, small } from '../kit/elements.ts';
import { frame } from '../kit/frame.ts';

export const connectCardKind = defineCard('connect', { verbs: ['connect.link'], asks: true });

export interface ConnectView {
  /** Permissions by Microsoft's names, and whether nothing works without. */
  reads: readonly { name: string; isNeeded: boolean }[];
  /** Where an administrator consents, for this person alone. */
  link: string;
  /** For so long the link holds. */
  minutes: number;
}

export function connectCard({ reads, link, minutes }: ConnectView, context: CardContext): Card {
  const { l } = context;
  const button = buttonsOf(connectCardKind, context);
  return frame(connectCardKind, context, {
    title: l.t('cards.connect.title'),
    summary: l.t('cards.connect.summary'),
    body: [
      paragraph(l.t('cards.connect.intro')),
      block(heading(l.t('cards.connect.reads')), ...reads.map((read) => readLine(read, l))),
      block(
        paragraph(l.t('cards.connect.who')),
        paragraph(l.t('cards.connect.nothingWritten')),
        small(l.t('cards.connect.holds', { minutes: l.number(minutes) })),
      ),
    ],
    actions: [
      openUrl(l.t('cards.connect.consent'), link),
      button({ verb: 'connect.link', title: l.t('cards.connect.newLink') }),
    ],
  });
}

function readLine({ name, isNeeded }: ConnectView['reads'][number], l: Localiser): Element {
  const why = l.t(`permissions.${name}.why`);
  const key = isNeeded ? 'cards.connect.read' : 'cards.connect.readOptional';
  return paragraph(l.t(key, { why, name }));
}
