import { money } from '../../../commerce/model/money.ts';
import type { Quote } from '../../../commerce/model/quote.ts';
import type { QuoteDifference } from '../../../commerce/quote/difference.ts';
import type { Localiser } from '../../../locales/localiser.ts';

/** One sentence a figure that has changed, with both amounts. */
export function differencesTold(
  differences: readonly QuoteDifference[],
  { currency, billing }: Quote,
  l: Localiser,
): string[] {
  return differences.map(({ figure, before, after }) =>
    l.t(`dialogs.review.difference.${figure}`, {
      before: l.money(money(before, currency)),
      after: l.money(money(after, currency)),
      period: l.t(`terms.per.${billing}`),
    }),
  );
}
