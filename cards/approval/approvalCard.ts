/** An order that waits for somebody's approval: what is approved, and the buttons that decide. */
import type { Approval } from '../../commerce/approval/approval.ts';
import { money } from '../../commerce/model/money.ts';
import { buttonsOf } from '../kit/buttons.ts';
import type { Card, CardContext } from '../kit/card.ts';
import { defineCard } from '../kit/cardKind.ts';
import {
  type Element,
  facts,
  figures,
  heading,
  paragraph,
  small,
  verbatim,
} from '../kit/elements.ts';
import { frame } from '../kit/frame.ts';
import { lossWarning } from '../kit/losses.ts';
import { addressLines, paymentMethod } from '../kit/wording.ts';
import { addOnItems } from '../upgrade/review/addOnItems.ts';
import { effectsBlock } from '../upgrade/review/effects.ts';
import { quoteTable } from '../upgrade/review/quoteLines.ts';
import {
  commitment,
  creditCheckNote,
  forfeitWarning,
  itemFacts,
} from '../upgrade/review/reviewParts.ts';
import type { ReviewView } from '../upgrade/review/reviewView.ts';

/** What each button does. */
export const approvalVerbs = {
  'approval.approve': 'approve',
  'approval.return': 'return',
  'approval.withdraw': 'withdraw',
} as const;

export const approvalCardKind = defineCard('approval', {
  verbs: ['approval.approve', 'approval.return', 'approval.withdraw', 'approval.show'],
  showsPriceOrOrder: true,
  private: 'prices',
});

export interface ApprovalView {
  approval: Pick<
    Approval,
    'id' | 'state' | 'askedBy' | 'decidedBy' | 'note' | 'orderId' | 'expiresAt' | 'why'
  >;
  /** The offer as it would be ordered. */
  review: ReviewView;
  /** Of who looks: approve or return it, take it back, or neither. */
  may: 'decide' | 'withdraw' | 'look';
}

export function approvalCard(view: ApprovalView, context: CardContext): Card {
  const { l } = context;
  const { approval, review, may } = view;
  const { id: reference, state, askedBy, decidedBy, note, orderId } = approval;
  const { quote } = review;
  const amount = (minor: number): string => l.money(money(minor, quote.currency));
  const asks = state === 'asked';
  const values = { reference, asker: askedBy.name, name: decidedBy?.name ?? '' };
  return frame(approvalCardKind, context, {
    title: l.t(asks ? 'cards.approval.title' : 'cards.approval.titleOver', { reference }),
    summary: l.t('cards.approval.summary', {
      ...values,
      source: review.sourceName,
      target: review.targetName,
      due: amount(quote.dueToday),
    }),
    body: [
      verbatim(l.t(`cards.approval.state.${state}`, values)),
      ...(note ? [verbatim(l.t('cards.approval.note', { note }))] : []),
      ...(orderId ? [facts([[l.t('cards.approval.order'), orderId]])] : []),
      figures([
        [l.t('cards.review.today'), amount(quote.dueToday)],
        [
          l.t('cards.review.then', { period: l.t(`terms.per.${quote.billing}`) }),
          amount(quote.perPeriod),
        ],
      ]),
      small(l.t('cards.common.beforeTax')),
      ...(asks ? [paragraph(l.t(`cards.approval.may.${may}`))] : []),
      ...forfeitWarning(review, l),
      itemFacts(review, l),
      ...lossWarning({ features: review.featuresLost }, l),
      ...commitment(review, l),
      ...addOnItems(review, l),
      quoteTable(review, l),
      ...(quote.assumedPrice ? [small(l.t('cards.common.assumedPrice'))] : []),
      heading(l.t('cards.review.soldTo')),
      verbatim(...addressLines(quote.soldTo, l)),
      ...(review.payment
        ? [heading(l.t('cards.review.payment')), verbatim(paymentMethod(review.payment, l))]
        : []),
      ...creditCheckNote(review, l),
      ...effectsBlock(review, l),
      ...(asks ? ending(view, context) : []),
    ],
    actions: asks ? buttons(view, context) : [],
  });
}

function ending({ approval, review, may }: ApprovalView, { l }: CardContext): Element[] {
  const { timeZone } = review;
  const until = small(
    l.t('cards.approval.until', { time: l.dateTime(approval.expiresAt, timeZone) }),
  );
  if (may !== 'decide') return [until];
  return [
    until,
    {
      type: 'Input.Text',
      id: 'note',
      label: l.t('cards.approval.noteLabel'),
      isMultiline: true,
      maxLength: 1_000,
      isRequired: true,
      errorMessage: l.t('cards.approval.noteError'),
    },
  ];
}

function buttons({ may }: ApprovalView, context: CardContext): Element[] {
  const { l } = context;
  const button = buttonsOf(approvalCardKind, context);
  const look = button({ verb: 'approval.show', title: l.t('cards.approval.look') });
  if (may === 'look') return [look];
  if (may === 'withdraw') {
    return [button({ verb: 'approval.withdraw', title: l.t('cards.approval.withdraw') }), look];
  }
  return [
    button({ verb: 'approval.approve', title: l.t('cards.approval.approve'), primary: true }),
    button({ verb: 'approval.return', title: l.t('cards.approval.return'), inputs: true }),
    look,
  ];
}
