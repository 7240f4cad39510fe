/** The message that a case has moved, takes longer than was promised, or waits for the customer. */
import type { CaseNoticeKind, SupportCase } from '../../commerce/support/case.ts';
import { buttonsOf } from '../kit/buttons.ts';
import type { Card, CardContext } from '../kit/card.ts';
import { facts, paragraph } from '../kit/elements.ts';
import { frame } from '../kit/frame.ts';
import { told } from '../kit/told.ts';
import { noticeCardKind } from './noticeCard.ts';

export interface CaseNoticeView {
  kind: CaseNoticeKind;
  found: SupportCase;
}

export function caseNoticeCard({ kind, found }: CaseNoticeView, context: CardContext): Card {
  const { l } = context;
  const button = buttonsOf(noticeCardKind, context);
  const { id: reference, agent } = found;
  const happened = l.t(`cards.caseNotice.${kind}.happened`);
  return frame(noticeCardKind, context, {
    title: l.t(`cards.caseNotice.${kind}.title`),
    summary: `${happened} (${reference})`,
    body: [
      ...told(
        {
          happened,
          ...(agent ? { by: l.t('cards.myCase.agent', { name: agent.name }) } : {}),
          toDo: [paragraph(l.t(`cards.caseNotice.${kind}.next`))],
        },
        l,
      ),
      facts([[l.t('cards.common.reference'), reference]]),
    ],
    actions: [button({ verb: 'case.show', title: l.t('cards.caseNotice.show'), primary: true })],
  });
}
