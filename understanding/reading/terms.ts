/** How long and how often it is to be paid for, as a text says it. */

import type { PurchaseTerms } from '../../commerce/model/terms.ts';
import { locales, localiser } from '../../locales/localiser.ts';
import { readingWords } from '../../locales/reading.ts';
import { allStandingIn, endsWith } from './lexicon.ts';
import { normalise } from './normalise.ts';
import { withoutSlip } from './slips.ts';
import { numberIn } from './tokens.ts';

const families = ['threeYears', 'monthToMonth', 'yearly', 'monthly'] as const;
type Family = (typeof families)[number];

/** What has to be said, all of it, for each way to buy; the more is asked for, the earlier. */
const wishes: readonly (PurchaseTerms & { said: readonly Family[] })[] = [
  { said: ['threeYears', 'monthly'], term: 'P3Y', billing: 'monthly' },
  { said: ['threeYears', 'yearly'], term: 'P3Y', billing: 'annual' },
  { said: ['yearly', 'monthly'], term: 'P1Y', billing: 'monthly' },
  { said: ['threeYears'], term: 'P3Y', billing: 'triennial' },
  { said: ['monthToMonth'], term: 'P1M', billing: 'monthly' },
  { said: ['yearly'], term: 'P1Y', billing: 'annual' },
  { said: ['monthly'], term: 'P1Y', billing: 'monthly' },
];

const familyOf = new Map(
  families.flatMap((family) =>
    locales.flatMap((locale) =>
      localiser(locale)
        .list(`phrases.terms.${family}`)
        .map((phrase): [string, Family] => [phrase.replaceAll('-', ' '), family]),
    ),
  ),
);
const phrases = [...familyOf.keys()];

const { negations, corrections, durations } = readingWords;
const either = /(?: or | eller )/;

/** @returns `unclear` when a way to pay is only ruled out, or one of several, or for how long nobody sells */
export function termsIn(text: string): PurchaseTerms | 'unclear' | undefined {
  let rest = ` ${normalise(text)
    .replaceAll(/\s*[-–/]\s*/g, ' ')
    .replaceAll(/[,;.!?()"#]+/g, ' , ')
    .replaceAll(/\s+/g, ' ')} `;
  rest = mended(rest);
  const said: { family: Family; at: number }[] = [];
  let isRuledOut = false;
  const standing = allStandingIn(rest, phrases).sort((a, b) => b.length - a.length);
  for (const phrase of standing) {
    const family = familyOf.get(phrase);
    const words = ` ${phrase} `;
    for (let at = rest.indexOf(words); at >= 0; at = rest.indexOf(words)) {
      const before = rest
        .slice(0, at)
        .replace(/ (?:a|an|the|per|paid|pay|on|for|to|be|betala|betalt|på|för|ett|en)$/, '');
      if (endsWith(before, negations)) isRuledOut = true;
      else if (family) said.push({ family, at });
      rest = `${rest.slice(0, at)} ${'#'.repeat(words.length - 2)} ${rest.slice(at + words.length)}`;
    }
  }
  if (isOddDuration(rest)) return 'unclear';
  const last = said.toSorted((a, b) => a.at - b.at);
  const holding = afterCorrection(rest, last);
  const named = new Set(holding.map(({ family }) => family));
  if (isChoice(rest, holding)) return 'unclear';
  const wish = wishes.find((one) => one.said.every((family) => named.has(family)));
  if (wish) return { term: wish.term, billing: wish.billing };
  return isRuledOut ? 'unclear' : undefined;
}

const vocabulary = new Set(phrases.filter((phrase) => /^\p{L}{6,}$/u.test(phrase)));

function mended(text: string): string {
  return text
    .split(' ')
    .map((word) =>
      word.length < 6 || Object.hasOwn(durations, word) ? word : withoutSlip(word, vocabulary),
    )
    .join(' ');
}

/** `yearly, no, monthly`: what was said before is taken back. */
function afterCorrection(rest: string, said: readonly { family: Family; at: number }[]) {
  const [first, ...others] = said;
  const next = others[0];
  if (!first || !next) return said;
  const between = rest.slice(first.at, next.at).replaceAll(/[#,]+/g, ' ').trim();
  return endsWith(between, corrections) && between !== '' ? others : said;
}

/** `annual or monthly`: one of them, but which? */
function isChoice(rest: string, said: readonly { family: Family; at: number }[]): boolean {
  const [first, last] = [said[0], said.at(-1)];
  if (!first || !last || first.family === last.family) return false;
  return either.test(rest.slice(first.at, last.at + 1));
}

/** `for 2 years`: what stays of durations once all that are sold are taken out. */
function isOddDuration(rest: string): boolean {
  const words = rest.trim().split(' ');
  return words.some((word, at) => {
    const unit = words[at + 1] ?? '';
    if (!Object.hasOwn(durations, unit)) return false;
    const value = /^\d+$/.test(word) ? Number(word) : numberIn(word);
    return value !== undefined && isTermBefore(words[at - 1], words[at + 2]);
  });
}

const termWords = new Set([
  'for',
  'i',
  'på',
  'term',
  'commitment',
  'avtal',
  'bindning',
  'contract',
  'subscription',
  'deal',
  'löptid',
  'a',
]);

function isTermBefore(before = '', after = ''): boolean {
  return termWords.has(before) || termWords.has(after);
}
