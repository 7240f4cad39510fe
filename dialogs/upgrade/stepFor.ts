import type { Quote } from '../../commerce/model/quote.ts';
import { needsConsent } from '../../commerce/quote/consent.ts';

/** Where a new quote is shown first: losing prepaid time is agreed to before anything else. */
export function stepFor(quote: Quote): 'forfeit' | 'review' {
  return needsConsent(quote) ? 'forfeit' : 'review';
}
