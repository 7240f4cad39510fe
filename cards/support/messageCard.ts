/** What one side of a case wrote, as the other sees it: who speaks stands above it. */
import type { CaseMessage } from '../../commerce/support/parts/messages.ts';
import type { Card, CardContext } from '../kit/card.ts';
import { defineCard } from '../kit/cardKind.ts';
import { small, verbatim } from '../kit/elements.ts';
import { frame } from '../kit/frame.ts';
import { fileLinks } from './fileLinks.ts';

export const messageCardKind = defineCard('case-message', { verbs: [] });

export interface MessageView {
  message: Pick<CaseMessage, 'from' | 'name' | 'text' | 'files' | 'isDeleted' | 'revision'>;
  reference: string;
}

export function messageCard({ message, reference }: MessageView, context: CardContext): Card {
  const { l } = context;
  const { from, name, text, files = [], isDeleted, revision } = message;
  const title = l.t(`cards.caseMessage.from.${from}`);
  const mark = isDeleted ? 'deleted' : revision > 0 ? 'edited' : undefined;
  return frame(messageCardKind, context, {
    title,
    summary: `${title} ${l.t('cards.caseMessage.summary', { reference })}`,
    body: [
      verbatim(name),
      ...(isDeleted || text === '' ? [] : [verbatim(text)]),
      ...fileLinks(files, l),
      small(
        mark
          ? l.t(`cards.caseMessage.${mark}`, { reference })
          : l.t('cards.caseMessage.summary', { reference }),
      ),
    ],
    actions: [],
  });
}
