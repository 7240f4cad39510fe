/** What the items of a quote don't say by themselves: what bounds the credit, how it is rounded, and when it is seen (R92, R95, R101). */
import { money } from '../../../commerce/model/money.ts';
import type { Localiser } from '../../../locales/localiser.ts';
import type { ReviewView } from './reviewView.ts';

/** @returns sentences */
export function quoteNotes(
  { quote, creditInvoiceBy }: Pick<ReviewView, 'quote' | 'creditInvoiceBy'>,
  l: Localiser,
): string[] {
  const { forfeit, currency } = quote;
  return [
    ...(forfeit
      ? [l.t('cards.review.notes.forfeit', { lost: l.money(money(forfeit.amount, currency)) })]
      : []),
    l.t('cards.review.notes.rounding'),
    ...(creditInvoiceBy
      ? [l.t('cards.review.notes.invoice', { date: l.date(creditInvoiceBy) })]
      : []),
  ];
}
