/** Understands `25`, `25 licences, yearly`, `one month`, `årsvis`: how many, and how to pay. */
import { quantitySchema } from '../commerce/base/wholeNumber.ts';
import type { PurchaseTerms } from '../commerce/model/terms.ts';
import { without } from './phrases.ts';

/** What has to be said, all of it, for each way to buy; the more is asked for, the earlier. */
const wishes: readonly (PurchaseTerms & { said: readonly string[] })[] = [
  { said: ['threeYears', 'monthly'], term: 'P3Y', billing: 'monthly' },
  { said: ['threeYears', 'yearly'], term: 'P3Y', billing: 'annual' },
  { said: ['yearly', 'monthly'], term: 'P1Y', billing: 'monthly' },
  { said: ['threeYears'], term: 'P3Y', billing: 'triennial' },
  { said: ['monthToMonth'], term: 'P1M', billing: 'monthly' },
  { said: ['yearly'], term: 'P1Y', billing: 'annual' },
  { said: ['monthly'], term: 'P1Y', billing: 'monthly' },
];

export interface PurchaseWish {
  quantity?: number;
  terms?: PurchaseTerms;
}

/** Numbers that say how long, or that belong to a name (`Microsoft 365 E3`), are no quantity. */
export function understandPurchase(text: string): PurchaseWish {
  for (const { said, term, billing } of wishes) {
    const rest = said.reduce<string | undefined>(
      (left, phrases) => (left === undefined ? left : without(left, `terms.${phrases}`)),
      text,
    );
    if (rest !== undefined) return { ...quantityIn(rest), terms: { term, billing } };
  }
  return quantityIn(text);
}

const productName = /\b(?:microsoft|office) 365\b/gi;
/** `1e9` is none. */
const count = /(?<![\p{L}\p{Pd}\u2212\d.,])\d[\d\s.,']*(?!\d|e\d)/iu;

function quantityIn(text: string): { quantity?: number } {
  const written = count.exec(text.replace(productName, ' '))?.[0];
  const parsed = quantitySchema.safeParse(written?.replace(/[\s.,']+$/, ''));
  return parsed.success ? { quantity: parsed.data } : {};
}
