/** How many licences a text speaks of. What is not clear is told as that, and never guessed. */
import { z } from 'zod';
import { quantitySchema } from '../../commerce/base/wholeNumber.ts';
import { readingWords as words } from '../../locales/reading.ts';
import { type Counted, countsIn } from './counts.ts';
import { paddedForSearch, standsIn } from './lexicon.ts';
import { speaksOfPlan } from './plans.ts';
import { termsIn } from './terms.ts';

export const quantitySaidSchema = z.discriminatedUnion('is', [
  z.object({ is: z.literal('count'), count: quantitySchema }),
  /** More licences than now; fewer when negative. */
  z.object({ is: z.literal('more'), by: z.int() }),
  z.object({ is: z.literal('times'), factor: z.number().positive() }),
  z.object({ is: z.literal('same') }),
]);
export type Quantity = z.infer<typeof quantitySaidSchema>;

/** @returns `unclear` when a number is spoken of and nobody could tell which is meant */
export function quantityIn(text: string): Quantity | 'unclear' | undefined {
  const counts = countsIn(text);
  if (counts.some(({ is }) => is === 'vague')) return 'unclear';
  const relative = distinct(counts, 'relative');
  const sure = distinct(counts, 'licences');
  const bare = distinct(counts, 'bare');
  if (relative.length > 0) {
    const [only] = relative;
    const saidTwice = sure.every(({ value }) => value === Math.abs(only?.value ?? 0));
    return relative.length === 1 && only && saidTwice
      ? { is: 'more', by: only.value }
      : sumOf(sure, relative);
  }
  const meant = sure.length > 0 ? sure : bare.length > 0 ? bare : distinct(counts, 'other');
  const [first] = meant;
  if (first && meant.length === 1 && (sure.length === 0 || isAlone(first, bare))) {
    const count = quantitySchema.safeParse(first.value);
    return count.success ? { is: 'count', count: count.data } : 'unclear';
  }
  return first ? 'unclear' : inWords(text);
}

/** A number that nothing is said about beside one of licences must be the same one. */
function isAlone({ value }: Counted, bare: readonly Counted[]): boolean {
  return bare.every((one) => one.value === value);
}

/** `25 licences and 5 more`: who adds up for us may be wrong. */
function sumOf(sure: readonly Counted[], relative: readonly Counted[]): 'unclear' | Quantity {
  const [total] = sure;
  return relative.length === 1 && sure.length === 1 && total?.isTotal
    ? { is: 'count', count: total.value }
    : 'unclear';
}

function distinct(counts: readonly Counted[], is: Counted['is']): Counted[] {
  return [
    ...new Map(counts.filter((one) => one.is === is).map((one) => [one.value, one])).values(),
  ];
}

const factorWords = Object.keys(words.factors);

function inWords(text: string): Quantity | 'unclear' | undefined {
  const plain = text.toLowerCase();
  const factor = standsIn(plain, factorWords);
  if (factor) return { is: 'times', factor: words.factors[factor] ?? 1 };
  if (standsIn(plain, words.same)) return { is: 'same' };
  if (standsIn(plain, words.someMore)) return 'unclear';
  return speaksOfAll(plain, text) ? { is: 'same' } : undefined;
}

/** `for everyone`, and not `give everyone a day off`. */
function speaksOfAll(plain: string, text: string): boolean {
  const all = standsIn(plain, words.all);
  if (all === undefined) return false;
  const around = paddedForSearch(plain).replace(` ${all} `, ' ').trim().split(' ');
  return (
    around.every((word) => word === '' || words.aroundAll.includes(word)) ||
    speaksOfPlan(text) ||
    termsIn(text) !== undefined
  );
}

/**
 * The number of licences that is meant.
 * @param owned what the subscription has. @param present what stands in the order so far
 */
export function countOf(quantity: Quantity, owned: number, present: number): number {
  switch (quantity.is) {
    case 'count':
      return quantity.count;
    case 'more':
      return present + quantity.by;
    case 'times':
      return Math.round(present * quantity.factor);
    case 'same':
      return owned;
  }
}
