/** An agent asks to be shown something. The customer decides; what the agent would see is said before. */
import type { CaseMessage } from '../../commerce/support/parts/messages.ts';
import type { Shareable } from '../../commerce/support/parts/push.ts';
import { buttonsOf } from '../kit/buttons.ts';
import type { Card, CardContext } from '../kit/card.ts';
import { defineCard } from '../kit/cardKind.ts';
import { paragraph, small, verbatim } from '../kit/elements.ts';
import { frame } from '../kit/frame.ts';

export const askCardKind = defineCard('case-ask', { verbs: ['case.share', 'case.keep'] });

export interface AskView {
  message: Pick<CaseMessage, 'name' | 'text'>;
  what: Shareable;
  reference: string;
}

export function askCard({ message, what, reference }: AskView, context: CardContext): Card {
  const { l } = context;
  const { name, text } = message;
  const button = buttonsOf(askCardKind, context);
  const title = l.t(`cards.ask.title.${what}`);
  return frame(askCardKind, context, {
    title,
    summary: `${title} ${l.t('cards.caseMessage.summary', { reference })}`,
    body: [
      verbatim(name),
      ...(text === '' ? [] : [verbatim(text)]),
      paragraph(l.t(`cards.ask.would.${what}`)),
      paragraph(l.t('cards.ask.never')),
      small(l.t('cards.caseMessage.summary', { reference })),
    ],
    actions: [
      button({ verb: 'case.share', title: l.t('cards.ask.share'), primary: true }),
      button({ verb: 'case.keep', title: l.t('cards.ask.keep') }),
    ],
  });
}
