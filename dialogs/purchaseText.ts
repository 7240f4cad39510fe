/** Understands `25`, `25 licences, yearly`, `one month`, `årsvis`: how many, and how to pay. */
import { quantitySchema } from '../cards/submission.ts';
import type { PurchaseTerms } from '../commerce/terms.ts';
import { mentions } from './phrases.ts';

const termPhrases: readonly (PurchaseTerms & { phrases: string })[] = [
  { phrases: 'terms.threeYearsMonthly', term: 'P3Y', billing: 'monthly' },
  { phrases: 'terms.threeYears', term: 'P3Y', billing: 'triennial' },
  { phrases: 'terms.yearPaidMonthly', term: 'P1Y', billing: 'monthly' },
  { phrases: 'terms.monthToMonth', term: 'P1M', billing: 'monthly' },
  { phrases: 'terms.yearly', term: 'P1Y', billing: 'annual' },
  { phrases: 'terms.monthly', term: 'P1Y', billing: 'monthly' },
];

export interface PurchaseWish {
  quantity?: number;
  terms?: PurchaseTerms;
}

/** The longer wish is looked for first: `one year, paid monthly` also says `monthly`. */
export function understandPurchase(text: string): PurchaseWish {
  const found = termPhrases.find(({ phrases }) => mentions(text, phrases));
  const terms = found && { term: found.term, billing: found.billing };
  const number = /(?<![\d.,-])\d[\d \u00a0\u202f.,']*(?!\d)/.exec(text)?.[0];
  const inTerms = terms !== undefined && /^\s*[13]\s/.test(text) && !/licen/i.test(text);
  const parsed = inTerms ? undefined : quantitySchema.safeParse(number?.replace(/[\s.,']+$/, ''));
  return {
    ...(parsed?.success ? { quantity: parsed.data } : {}),
    ...(terms ? { terms } : {}),
  };
}
