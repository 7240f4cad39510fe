/** What a quote gives back for unused time. */
import type { Quote } from '../model/quote.ts';

/** @returns minor units of the quote's currency, never negative: of the old plan, and of add-ons that end with it */
export function creditIn({ lines }: Pick<Quote, 'lines'>): number {
  return lines.reduce((sum, { kind, amount }) => (kind === 'credit' ? sum - amount : sum), 0);
}
