/** Each number of a text, and what it counts, as far as the words around it say. */

import { readingWords as words } from '../../../locales/reading.ts';
import { anyOf, endsWith, startsWith } from '../lexicon.ts';
import { nameParts } from '../planWords.ts';
import { type Counts, rules, type Surroundings } from './countRules.ts';
import { isLicences, withoutDash } from './licenceWords.ts';
import { isFewer, isTooMany } from './moreOrFewer.ts';
import { isBase } from './numbersBeside.ts';
import { isReference } from './references.ts';
import { numberIn, type Token, tokensOf } from './tokens.ts';

export interface Counted {
  value: number;
  is: Exclude<Counts, 'none' | 'ruledOut' | 'share'>;
  /** It is said to be the result: `…, so 30`. */
  isTotal?: boolean;
  /** It is said to be added to another number: `25 plus 5`. */
  isAdded?: boolean;
  /** Another number is said to be so many more or fewer: `2 fewer than 30`. */
  isBase?: boolean;
}

/** What is no number of licences for certain is left out: money, dates, references, what was taken back. */
export function countsIn(text: string): Counted[] {
  const tokens = tokensOf(text);
  const places = tokens.flatMap(({ value }, at) => (value === undefined ? [] : [at]));
  const ruledOut = new Set<number>();
  const counts = places.flatMap((at, nth) => {
    const next = places[nth + 1];
    if (next !== undefined && isTakenBack(tokens, at, next)) return [];
    const around = surroundings(tokens, at);
    const is = kindOf(around);
    if (is === 'ruledOut') ruledOut.add(around.value);
    if (is === 'ruledOut' || is === 'none') return [];
    return { value: around.value, is, around };
  });
  return counts.filter(({ value }) => !ruledOut.has(value)).map(counted);
}

/** @returns what is left without the numbers that are taken back and what takes them back; undefined where none is */
export function withoutTakenBack(text: string): string | undefined {
  const tokens = tokensOf(text);
  const places = tokens.flatMap(({ value }, at) => (value === undefined ? [] : [at]));
  const cut = places.flatMap((at, nth) => {
    const next = places[nth + 1];
    return next !== undefined && isTakenBack(tokens, at, next) ? [{ at, next }] : [];
  });
  if (cut.length === 0) return undefined;
  return tokens
    .filter((_token, nth) => !cut.some(({ at, next }) => nth >= at && nth < next))
    .map((token) => token.text)
    .join(' ');
}

function kindOf(around: Surroundings): Counts {
  for (const rule of rules) {
    const is = rule(around);
    if (is) return is;
  }
  return 'other';
}

function counted({
  value,
  is,
  around,
}: {
  value: number;
  is: Exclude<Counts, 'none' | 'ruledOut'>;
  around: Surroundings;
}): Counted {
  const { before, after } = around;
  if (is === 'share') {
    const unit = startsWith(after, words.shares) ?? '';
    const part = value / 100;
    const isLess = isFewer(before, after.slice(unit.length).trimStart());
    return { value: isLess ? 1 - part : 1 + part, is: 'times' };
  }
  if (is === 'relative') {
    const plus = endsWith(before, words.plus);
    const isAdded = plus !== undefined && endsWithNumber(before.slice(0, -plus.length).trimEnd());
    const isLess = isFewer(before, after) || isTooMany(after);
    return { value: isLess ? -value : value, is, ...(isAdded ? { isAdded } : {}) };
  }
  const unit = startsWith(after, words.licences);
  const rest = unit ? after.slice(unit.length).trimStart() : after;
  const isTotal =
    !startsWith(rest, words.plus) &&
    !startsWith(rest, words.tooManyOrFew) &&
    (endsWith(withoutPlan(before), words.totals) !== undefined ||
      startsWith(rest, words.totalsAfter) !== undefined);
  return {
    value,
    is,
    ...(isTotal ? { isTotal } : {}),
    ...(isBase(before) ? { isBase: true } : {}),
  };
}

/** `so Premium for 22` */
function withoutPlan(before: string): string {
  const said = before.replace(/ (?:for|x|at)$/, '').split(' ');
  const names = said.findLastIndex((word) => !nameParts.has(word)) + 1;
  return names < said.length ? said.slice(0, names).join(' ') : before;
}

/** `25 plus`, `25 that we have plus`: so many words may stand between. */
const wordsBetween = 4;

function endsWithNumber(before: string): boolean {
  const said = before.split(' ').slice(-wordsBetween).reverse();
  const mark = said.findIndex((word) => /^[,.;:]$/.test(word));
  return said
    .slice(0, mark < 0 ? undefined : mark)
    .some((word) => /^\d+$/.test(word) || numberIn(word) !== undefined);
}

function surroundings(tokens: readonly Token[], at: number): Surroundings {
  const { value = 0, is, text = '' } = tokens[at] ?? {};
  const textOf = (some: readonly Token[]): string => some.map((one) => one.text).join(' ');
  return {
    value,
    text,
    before: textOf(tokens.slice(0, at)),
    after: textOf(tokens.slice(at + 1)),
    isWord: is === 'word',
  };
}

/** `30 monthly, no sorry, yearly and 31` */
function pastTerms(between: string): string {
  return between.replace(ofTerms, '');
}

const ofTerms = new RegExp(`(?: (?:${words.besideNumbers.join('|')}))+$`, 'u');

const overlooking = new RegExp(
  ` (?:${anyOf(words.corrections)}) (?:\\S+ ){0,3}(?:${anyOf(words.overlooking)})(?: |$)`,
  'u',
);

/** `30 seats ta, one year`, `34 we need, one payment`, `42 users. Matter no. 20418` */
function isOfSomethingElse({ value, before, after }: Surroundings): boolean {
  const isName = value >= leastOfNames || /\p{L}{3,} no(?: \.)?$/u.test(before);
  const unit = startsWith(withoutDash(after), [...words.otherUnits, ...words.currencies]);
  return (unit !== undefined && !isLicences(after)) || (isName && isReference(before));
}

/** Numbers of papers are rather larger than that. */
const leastOfNames = 1000;

/** `25, no, 30` and `28... no wait, 29`: the later one holds. */
function isTakenBack(tokens: readonly Token[], at: number, next: number): boolean {
  const between = tokens
    .slice(at + 1, next)
    .filter(({ is }) => is === 'word')
    .map(({ text }) => text)
    .join(' ');
  const unit = startsWith(between, words.licences) ?? '';
  if (startsWith(between.slice(unit.length), words.tooManyOrFew)) return true;
  if (isOfSomethingElse(surroundings(tokens, next))) return false;
  // `22. No, wait, I forgot the sailing school: 24`
  if (overlooking.test(` ${between}`)) return true;
  // `28 instead of 30`
  if (endsWith(between, words.negations) !== undefined) return false;
  return (
    endsWith(pastTerms(between), words.corrections) !== undefined &&
    !startsWith(between, words.rangeWords)
  );
}
