/** What a newer quote asks for that the one before did not, figure by figure. */
import { money } from '../../../commerce/model/money.ts';
import type { Quote } from '../../../commerce/model/quote.ts';
import type { Localiser } from '../../../locales/localiser.ts';

/** Minor units of the quote's currency. */
const figures = {
  due: (quote: Quote) => quote.dueToday,
  perPeriod: (quote: Quote) => quote.perPeriod,
  credit: (quote: Quote) => quote.creditToInvoice,
  lost: (quote: Quote) => quote.forfeit?.amount ?? 0,
} as const;

/** One sentence a figure that has changed, with both amounts; none when the money is the same. */
export function quoteDifferences(before: Quote, after: Quote, l: Localiser): string[] {
  return Object.entries(figures)
    .map(([figure, of]) => ({ figure, old: of(before), fresh: of(after) }))
    .filter(({ old, fresh }) => old !== fresh)
    .map(({ figure, old, fresh }) =>
      l.t(`dialogs.review.difference.${figure}`, {
        before: l.money(money(old, before.currency)),
        after: l.money(money(fresh, after.currency)),
        period: l.t(`terms.per.${after.billing}`),
      }),
    );
}
