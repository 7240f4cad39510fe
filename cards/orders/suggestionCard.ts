/** What an agent suggests to order, in the agent's words; the button begins with just that, and orders nothing. */
import type { CaseMessage } from '../../commerce/support/parts/messages.ts';
import { buttonsOf } from '../kit/buttons.ts';
import type { Card, CardContext } from '../kit/card.ts';
import { paragraph, small, verbatim } from '../kit/elements.ts';
import { frame } from '../kit/frame.ts';
import { noticeCardKind } from './noticeCard.ts';

export interface SuggestionView {
  message: Pick<CaseMessage, 'id' | 'name' | 'text'>;
  reference: string;
}

export function suggestionCard({ message, reference }: SuggestionView, context: CardContext): Card {
  const { l } = context;
  const { id: choice, name, text } = message;
  const button = buttonsOf(noticeCardKind, context);
  const title = l.t('cards.suggestion.title');
  return frame(noticeCardKind, context, {
    title,
    summary: `${title} ${l.t('cards.caseMessage.summary', { reference })}`,
    body: [
      verbatim(name),
      verbatim(text),
      paragraph(l.t('cards.suggestion.next')),
      small(l.t('cards.caseMessage.summary', { reference })),
    ],
    actions: [
      button({
        verb: 'suggestion.take',
        title: l.t('cards.suggestion.take'),
        choice,
        primary: true,
      }),
    ],
  });
}
