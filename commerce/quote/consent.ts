import type { Quote } from '../model/quote.ts';

/** Whether the quote loses prepaid time that nobody has agreed to lose (R94). */
export function needsConsent(quote: Quote): boolean {
  return quote.forfeit !== undefined && quote.forfeitAccepted === undefined;
}

/** What was agreed to for one quote holds for another as long as no more than that is lost. */
export function withConsentOf(
  quote: Quote,
  { forfeit, forfeitAccepted }: Pick<Quote, 'forfeit' | 'forfeitAccepted'>,
): Quote {
  const covered = (quote.forfeit?.amount ?? 0) <= (forfeit?.amount ?? 0);
  return forfeitAccepted && quote.forfeit && covered ? { ...quote, forfeitAccepted } : quote;
}
