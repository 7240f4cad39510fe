/** An agent has looked again at an upgrade: what was found, where it can't be looked at anew or nothing stands in the way. */
import type { Reason } from '../../commerce/diagnosis/reason.ts';
import { buttonsOf } from '../kit/buttons.ts';
import type { Card, CardContext } from '../kit/card.ts';
import { paragraph, verbatim } from '../kit/elements.ts';
import { frame } from '../kit/frame.ts';
import { reasonSentence } from '../kit/wording.ts';
import { diagnosisCardKind } from './diagnosisCard.ts';

export interface CheckedView {
  planName: string;
  /** What stood in the way when the agent looked. */
  codes: readonly Reason['code'][];
}

export function checkedCard({ planName: plan, codes }: CheckedView, context: CardContext): Card {
  const { l } = context;
  const button = buttonsOf(diagnosisCardKind, context);
  const key = codes.length === 0 ? 'clear' : 'blocked';
  const found = l.t(`cards.checked.${key}`, { plan });
  return frame(diagnosisCardKind, context, {
    title: l.t('cards.checked.title'),
    summary: found,
    body: [
      verbatim(found),
      ...codes.map((code) => verbatim(reasonSentence({ code, values: {} }, 'title', l))),
      paragraph(l.t(`cards.checked.next.${key}`)),
    ],
    actions: [
      button({
        verb: 'diagnosis.recheck',
        title: l.t(`cards.checked.do.${key}`),
        primary: true,
      }),
      button({ verb: 'support.request', title: l.t('cards.common.support') }),
    ],
  });
}
