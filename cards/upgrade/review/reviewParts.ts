/** What the review tells of a quote, part by part. */
import { money } from '../../../commerce/model/money.ts';
import type { Localiser } from '../../../locales/localiser.ts';
import { type Element, facts, heading, paragraph, small, warning } from '../../kit/elements.ts';
import { purchaseTerms } from '../../kit/wording.ts';
import type { ReviewView } from './reviewView.ts';

/** What the whole term costs. */
export function commitment({ commitment: promised }: ReviewView, l: Localiser): Element[] {
  if (!promised) return [];
  const values = { total: l.money(promised.total), date: l.date(promised.until) };
  return [small(l.t('cards.review.commitment', values))];
}

/** From which plan to which, how many, and how it is paid. */
export function itemFacts({ quote, sourceName, targetName }: ReviewView, l: Localiser): Element {
  return facts([
    [l.t('cards.common.from'), sourceName],
    [l.t('cards.common.to'), targetName],
    [l.t('cards.common.licenses'), l.number(quote.quantity)],
    [l.t('cards.common.terms'), purchaseTerms(quote, l)],
  ]);
}

/** Prepaid time that is lost. */
export function forfeitWarning({ quote }: ReviewView, l: Localiser): Element[] {
  const { forfeit } = quote;
  if (!forfeit) return [];
  return [
    warning(
      heading(
        l.t('cards.review.forfeitTitle', {
          amount: l.money(money(forfeit.amount, quote.currency)),
        }),
      ),
      paragraph(
        l.t('cards.review.forfeit', {
          count: forfeit.lostDays,
          n: l.number(forfeit.lostDays),
          date: l.date(forfeit.noLossFrom),
        }),
      ),
    ),
  ];
}

/** That the credit is checked, and until when. */
export function creditCheckNote({ quote, creditCheckBy }: ReviewView, l: Localiser): Element[] {
  if (!quote.creditCheck) return [];
  if (creditCheckBy === undefined) return [paragraph(l.t('cards.review.creditCheck'))];
  return [paragraph(l.t('cards.review.creditCheckBy', { date: l.date(creditCheckBy) }))];
}
