/** How many licences a text speaks of. What is not clear is told as that, and never guessed. */
import { z } from 'zod';
import { quantitySchema } from '../../../commerce/base/wholeNumber.ts';
import { readingWords as words } from '../../../locales/reading.ts';
import { anyStandsIn, endsWith, paddedForSearch, standsIn } from '../lexicon.ts';
import { normalise } from '../normalise.ts';
import { speaksOfPlan } from '../plans.ts';
import { termsIn } from '../terms.ts';
import { type Counted, countsIn } from './counts.ts';
import { groupsIn } from './groups.ts';
import { restStays, settled } from './settled.ts';

export const quantitySaidSchema = z.discriminatedUnion('is', [
  z.object({
    is: z.literal('count'),
    count: quantitySchema,
    /** Others are to stay as they are: it is fewer than there are, or it is not clear. */
    leavesRest: z.boolean().optional(),
  }),
  /** More licences than now; fewer when negative. */
  z.object({
    is: z.literal('more'),
    by: z.int(),
    /** What it is added to, where a number is told: it must be what is there. */
    to: quantitySchema.optional(),
  }),
  z.object({ is: z.literal('times'), factor: z.number().positive() }),
  z.object({ is: z.literal('same') }),
]);
export type Quantity = z.infer<typeof quantitySaidSchema>;

const aside = /\([^()]*\)/g;

/** @returns `unclear` when a number is spoken of and nobody could tell which is meant */
export function quantityIn(text: string): Quantity | 'unclear' | undefined {
  const moved = restStays(text);
  if (moved !== undefined) {
    const part = quantityOf(moved);
    return typeof part === 'object' && part.is === 'count' ? { ...part, leavesRest: true } : part;
  }
  const grouped = groupsIn(text);
  if (grouped === 'unclear') return grouped;
  if (grouped !== undefined) return countOfOne({ value: grouped });
  const factor = timesOwned(text);
  if (factor !== undefined) return { is: 'times', factor };
  const said = quantityOf(text);
  const count = said === 'unclear' ? settled(text) : undefined;
  return count === undefined ? said : { is: 'count', count };
}

function quantityOf(text: string): Quantity | 'unclear' | undefined {
  const whole = countsIn(text);
  const outside = /\(/.test(text) ? countsIn(text.replaceAll(aside, ' ')) : whole;
  // `26 licences (25 + me)`: what is in brackets explains.
  const counts = outside.length === 1 && outside[0]?.is === 'licences' ? outside : whole;
  const present = counts.filter(({ is }) => is === 'present');
  const told = counts.filter(({ is }) => is === 'licences' || is === 'bare' || is === 'other');
  const absolute = told.length > 0 || has(counts, 'relative') ? told : present;
  const [total, ...others] = distinct(absolute.filter(({ isTotal }) => isTotal));
  if (total && others.length === 0 && counts.length > 1) return countOfOne(total);
  if (has(counts, 'vague') || isOfRest(text, counts)) return 'unclear';
  const sure = distinct(absolute.filter(({ is }) => is === 'licences'));
  if (has(counts, 'large') && sure.length !== 1) return 'unclear';
  if (has(counts, 'times')) return timesIn(counts);
  if (has(counts, 'relative')) return relativeIn(counts, distinct(absolute));
  const multiplied = multipliedIn(text, counts);
  if (multiplied) return multiplied;
  const coming = distinct(counts.filter(({ is }) => is === 'newcomers'));
  if (coming.length > 0 && sure.length !== 1) {
    const [only] = coming;
    const isOnly = coming.length === 1 && absolute.every(({ value }) => value === only?.value);
    if (isOnly && only) return { is: 'more', by: only.value };
    return coming.length === 1 && only ? addedTo(counts, only) : 'unclear';
  }
  const bare = distinct(absolute.filter(({ is }) => is === 'bare'));
  const meant = sure.length > 0 ? sure : bare.length > 0 ? bare : distinct(absolute);
  const [first] = meant;
  if (first && meant.length === 1 && (sure.length === 0 || isAlone(first, bare))) {
    return countOfOne(first);
  }
  return first ? 'unclear' : inWords(text);
}

const ofIt = new RegExp(
  ` (?:${Object.keys(words.factors).join('|')}) (?:${words.counted.join('|')}) `,
  'u',
);

const ofOwned = new RegExp(
  ` (${Object.keys(words.factors).join('|')}) (?:${words.fromOwned.join('|')}) `,
  'u',
);

/** `double what we own`, whatever is counted besides */
function timesOwned(text: string): number | undefined {
  const [, factor = ''] = ofOwned.exec(paddedForSearch(normalise(text))) ?? [];
  return words.factors[factor];
}

/** `we are 25, double that` */
function multipliedIn(text: string, counts: readonly Counted[]): Quantity | 'unclear' | undefined {
  const [only, ...others] = distinct(counts);
  const [said = ''] = ofIt.exec(withoutNoFactors(normalise(text))) ?? [];
  const factor = words.factors[standsIn(said, factorWords) ?? ''];
  if (!only || factor === undefined) return undefined;
  return others.length > 0 ? 'unclear' : countOfOne({ ...only, value: only.value * factor });
}

/** `We are 30 but 4 leave: Premium for the rest` */
function isOfRest(text: string, counts: readonly Counted[]): boolean {
  return counts.length > 0 && standsIn(text.toLowerCase(), words.remaining) !== undefined;
}

const has = (counts: readonly Counted[], is: Counted['is']): boolean =>
  counts.some((one) => one.is === is);

function countOfOne({ value }: Pick<Counted, 'value'>): Quantity | 'unclear' {
  const count = quantitySchema.safeParse(value);
  return count.success ? { is: 'count', count: count.data } : 'unclear';
}

/** A number that nothing is said about beside one of licences must be the same one, or a name. */
function isAlone({ value }: Counted, bare: readonly Counted[]): boolean {
  return bare.every((one) => one.value === value || one.value >= leastOfNames);
}

/** Beside a number of licences, one of four digits is that of an order, a person or a place. */
const leastOfNames = 1000;

function timesIn(counts: readonly Counted[]): Quantity | 'unclear' {
  const [only, ...others] = counts;
  return only && others.length === 0 ? { is: 'times', factor: only.value } : 'unclear';
}

/** `5 more`, `25 plus 5`; who adds up for us without saying so may be wrong. */
function relativeIn(
  counts: readonly Counted[],
  absolute: readonly Counted[],
): Quantity | 'unclear' {
  const [relative, ...others] = distinct(counts.filter(({ is }) => is === 'relative'));
  if (!relative || others.length > 0) return 'unclear';
  const { value, isAdded } = relative;
  const isSaidTwice = [...absolute, ...counts.filter(({ is }) => is === 'newcomers')].every(
    (one) => one.value === Math.abs(value),
  );
  if (isSaidTwice) return { is: 'more', by: value };
  const [sum, ...rest] = absolute;
  if (!sum || rest.length > 0) return 'unclear';
  if (isAdded || sum.isBase) return countOfOne({ ...sum, value: sum.value + value });
  const to = quantitySchema.safeParse(sum.value);
  return to.success ? { is: 'more', by: value, to: to.data } : 'unclear';
}

/** `we're 25, 6 volunteers start on Monday`: right where there are as many as that. */
function addedTo([now, ...others]: readonly Counted[], { value }: Counted): Quantity | 'unclear' {
  const to = quantitySchema.safeParse(now?.value);
  const isThenAlone = now?.is === 'bare' && others.every((one) => one.value === value);
  return to.success && isThenAlone ? { is: 'more', by: value, to: to.data } : 'unclear';
}

function distinct(counts: readonly Counted[]): Counted[] {
  return [...new Map(counts.map((one) => [one.value, one])).values()];
}

const asToday = /^(?:as|like|som) \S+(?: have| we have)?/;
const factorWords = Object.keys(words.factors);

function inWords(text: string): Quantity | 'unclear' | undefined {
  const plain = normalise(text);
  const factor = standsIn(withoutNoFactors(plain), factorWords);
  if (factor) return { is: 'times', factor: words.factors[factor] ?? 1 };
  if (saysSame(withoutSameTerms(plain))) return { is: 'same' };
  if (standsIn(plain, words.someMore) || addsUnknown(plain)) return 'unclear';
  if (!speaksOfAll(plain, text)) return undefined;
  return standsIn(plain, words.exceptions) === undefined ? { is: 'same' } : 'unclear';
}

/** `as many as we have`, and not `instead of what we have`. */
function saysSame(plain: string): boolean {
  const said = standsIn(plain, words.same);
  const [before = ''] = said === undefined ? [] : paddedForSearch(plain).split(` ${said} `);
  return said !== undefined && endsWith(before, words.insteadOf) === undefined;
}

/** `everyone plus a few spare` */
function addsUnknown(plain: string): boolean {
  return anyStandsIn(paddedForSearch(plain), unknownAdded);
}

const unknownAdded = [...words.plus, 'and', 'och', 'samt', 'with', 'med'].flatMap((plus) =>
  words.vaguePlus.map((many) => `${plus} ${many}`),
);

/** `pay as today` says nothing of the number. */
function withoutSameTerms(plain: string): string {
  const said = standsIn(plain, words.sameTerms);
  if (said === undefined) return plain;
  const [before = '', after = ''] = paddedForSearch(plain).split(` ${said} `);
  return `${before} , ${after.replace(asToday, '')}`;
}

/** `double check that` doubles nothing. */
function withoutNoFactors(plain: string): string {
  return words.noFactors.reduce(
    (rest, none) => rest.replaceAll(` ${none} `, ' '),
    paddedForSearch(plain),
  );
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
 * The number of licences that is meant; of a share it may be no whole one, and none where that is not clear.
 * @param owned what the subscription has. @param present what stands in the order so far
 */
export function countOf(quantity: Quantity, owned: number, present: number): number {
  switch (quantity.is) {
    case 'count':
      return quantity.count;
    case 'more':
      return countOfMore(quantity, owned, present);
    case 'times':
      return Number((present * quantity.factor).toFixed(6));
    case 'same':
      return owned;
  }
}

function countOfMore(
  { by, to }: Extract<Quantity, { is: 'more' }>,
  owned: number,
  present: number,
): number {
  if (to === undefined) return present + by;
  // `minus two, 28`: it is what comes of it.
  if (owned + by === to || present + by === to) return to;
  return to === owned || to === present ? to + by : NaN;
}
