/** The message that an order waits for somebody's approval, or what has become of it. No amounts: they are looked up. */
import type { Approval, ApprovalNoticeKind } from '../../commerce/approval/approval.ts';
import { buttonsOf } from '../kit/buttons.ts';
import type { Card, CardContext } from '../kit/card.ts';
import { facts, paragraph } from '../kit/elements.ts';
import { frame } from '../kit/frame.ts';
import { told } from '../kit/told.ts';
import { noticeCardKind } from '../orders/noticeCard.ts';

export interface ApprovalNoticeView {
  kind: ApprovalNoticeKind;
  approval: Pick<Approval, 'id' | 'askedBy' | 'decidedBy' | 'note' | 'orderId' | 'quantity'>;
  sourceName: string;
  targetName: string;
}

export function approvalNoticeCard(view: ApprovalNoticeView, context: CardContext): Card {
  const { l } = context;
  const { kind, approval, sourceName: source, targetName: target } = view;
  const { id, askedBy, decidedBy, note, orderId, quantity } = approval;
  const button = buttonsOf(noticeCardKind, context);
  const key = `cards.approvalNotice.${kind}`;
  const happened = l.t(`${key}.happened`, {
    asker: askedBy.name,
    name: decidedBy?.name ?? '',
    n: l.number(quantity),
    source,
    target,
  });
  return frame(noticeCardKind, context, {
    title: l.t(`${key}.title`),
    summary: happened,
    body: [
      ...told(
        {
          happened,
          ...(note ? { by: l.t('cards.approval.note', { note }) } : {}),
          toDo: [paragraph(l.t(`${key}.next`))],
        },
        l,
      ),
      facts([
        [l.t('cards.common.reference'), id],
        ...(orderId ? [[l.t('cards.approval.order'), orderId] as const] : []),
      ]),
    ],
    actions: [
      button({ verb: 'approval.show', title: l.t('cards.approvalNotice.look'), primary: true }),
    ],
  });
}
