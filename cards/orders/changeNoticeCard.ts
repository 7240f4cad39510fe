/** The message that a new plan is there, is late, or is looked for no longer. */
import type { ChangeNoticeKind, ManualChange } from '../../commerce/manualChange/manualChange.ts';
import { buttonsOf } from '../kit/buttons.ts';
import type { Card, CardContext } from '../kit/card.ts';
import { facts, paragraph } from '../kit/elements.ts';
import { frame } from '../kit/frame.ts';
import { told } from '../kit/told.ts';
import { noticeCardKind } from './noticeCard.ts';

export interface ChangeNoticeView {
  kind: ChangeNoticeKind;
  change: ManualChange;
  sourceName: string;
  targetName: string;
}

export function changeNoticeCard(view: ChangeNoticeView, context: CardContext): Card {
  const { l } = context;
  const { kind, change, sourceName: source, targetName: target } = view;
  const button = buttonsOf(noticeCardKind, context);
  const happened = l.t(`cards.changeNotice.${kind}.happened`, { source, target });
  return frame(noticeCardKind, context, {
    title: l.t(`cards.changeNotice.${kind}.title`),
    summary: happened,
    body: [
      ...told({ happened, toDo: [paragraph(l.t(`cards.changeNotice.${kind}.next`))] }, l),
      facts([[l.t('cards.common.reference'), change.id]]),
    ],
    actions: [
      button({ verb: 'manual.start', title: l.t('cards.changeNotice.goOn'), primary: true }),
    ],
  });
}
