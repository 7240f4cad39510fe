/** What a newer quote asks for that the one before did not, figure by figure. */
import type { Quote } from '../model/quote.ts';

/** Minor units of the quote's currency: due today, each period after that, credited later, lost. */
const figures = {
  due: (quote: Quote) => quote.dueToday,
  perPeriod: (quote: Quote) => quote.perPeriod,
  credit: (quote: Quote) => quote.creditToInvoice,
  lost: (quote: Quote) => quote.forfeit?.amount ?? 0,
} as const;

export interface QuoteDifference {
  figure: keyof typeof figures;
  /** Minor units. */
  before: number;
  after: number;
}

/** One a figure that has changed; none when the money is the same. */
export function quoteDifferences(before: Quote, after: Quote): QuoteDifference[] {
  const names = Object.keys(figures) as (keyof typeof figures)[];
  return names
    .map((figure) => ({ figure, before: figures[figure](before), after: figures[figure](after) }))
    .filter((difference) => difference.before !== difference.after);
}
