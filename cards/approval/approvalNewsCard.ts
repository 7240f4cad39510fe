/** What has become of an order to approve, in the place of the card that asked. No amounts: they are looked up. */
import type { Approval } from '../../commerce/approval/approval.ts';
import { buttonsOf } from '../kit/buttons.ts';
import type { Card, CardContext } from '../kit/card.ts';
import { facts, verbatim } from '../kit/elements.ts';
import { frame } from '../kit/frame.ts';
import { noticeCardKind } from '../orders/noticeCard.ts';
import { approvalCardKind } from './approvalCard.ts';

export interface ApprovalNewsView {
  approval: Pick<Approval, 'id' | 'state' | 'askedBy' | 'decidedBy' | 'orderId'>;
  sourceName: string;
  targetName: string;
  /** Of the card in whose place it comes. */
  in: 'notice' | 'approval';
}

const kinds = { notice: noticeCardKind, approval: approvalCardKind } as const;

export function approvalNewsCard(view: ApprovalNewsView, context: CardContext): Card {
  const { l } = context;
  const { approval, sourceName, targetName } = view;
  const { id: reference, state, askedBy, decidedBy, orderId } = approval;
  const kind = kinds[view.in];
  const values = { reference, asker: askedBy.name, name: decidedBy?.name ?? '' };
  const became = l.t(`cards.approval.state.${state}`, values);
  const look = { verb: 'approval.show', title: l.t('cards.approval.look') } as const;
  return frame(kind, context, {
    title: l.t('cards.approval.title', { reference }),
    summary: became,
    body: [
      verbatim(became),
      facts([
        [l.t('cards.common.from'), sourceName],
        [l.t('cards.common.to'), targetName],
        ...(orderId ? [[l.t('cards.approval.order'), orderId] as const] : []),
      ]),
    ],
    actions: [buttonsOf<'approval.show'>(kind as never, context)(look)],
  });
}
