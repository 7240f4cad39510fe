/** How long and how often it is to be paid for, as a text says it. */

import type { PurchaseTerms } from '../../commerce/model/terms.ts';
import { readingWords } from '../../locales/reading.ts';
import { anyStandsIn, endsWith, paddedForSearch } from './lexicon.ts';
import { normalise } from './normalise.ts';
import { numberIn } from './numbers/tokens.ts';
import { speaksOfPaying } from './patterns/patterns.ts';
import { speaksOfPlan } from './plans.ts';
import type { Family } from './spelling/wordsOfTerms.ts';
import { type Said, waysIn } from './termWords.ts';

/** What has to be said, all of it, for each way to buy; the more is asked for, the earlier. */
const wishes: readonly (PurchaseTerms & { said: readonly Family[] })[] = [
  { said: ['threeYears', 'monthly'], term: 'P3Y', billing: 'monthly' },
  { said: ['threeYears', 'yearly'], term: 'P3Y', billing: 'annual' },
  { said: ['threeYears'], term: 'P3Y', billing: 'triennial' },
  { said: ['monthToMonth'], term: 'P1M', billing: 'monthly' },
  { said: ['yearly', 'monthly'], term: 'P1Y', billing: 'monthly' },
  { said: ['yearly'], term: 'P1Y', billing: 'annual' },
  { said: ['monthly'], term: 'P1Y', billing: 'monthly' },
  { said: ['upfront'], term: 'P1Y', billing: 'annual' },
];

const {
  corrections,
  durations,
  placeFillers,
  sameTerms,
  termBefore,
  termAfter,
  timeAfter,
  timeBefore,
} = readingWords;
const fillers = new Set(placeFillers);
const either = /(?: or | eller )/;

/**
 * @returns `same` as today; `unclear` when a way to pay is only ruled out, or one of several, or for how long
 * nobody sells
 */
export function termsIn(text: string): PurchaseTerms | 'same' | 'unclear' | undefined {
  const { said, rest, isOpen } = waysIn(text);
  if (isOpen || isOddDuration(rest, said.length > 0)) return 'unclear';
  const padded = paddedForSearch(normalise(text));
  const wanted = said.filter(({ isRuledOut }) => !isRuledOut);
  if (isRefusedOrTaken(rest, wanted)) return 'unclear';
  const kept = afterCorrection(rest, wanted);
  if (losesTerm(wanted.slice(0, -kept.length), kept)) return 'unclear';
  const holding = inRhythm(padded, kept);
  if (isContradiction(rest, holding) || isOneAfterTheOther(rest, holding)) return 'unclear';
  const named = new Set(holding.map(({ family }) => family));
  if (named.has('odd') || isUndecided(padded, named)) return 'unclear';
  if (takesBack(said, holding)) return 'unclear';
  const ruledOut = new Set(said.flatMap((one) => (one.isRuledOut ? [one.family] : [])));
  if (ruledOut.has('upfront') && !named.has('monthly')) return notUpfront(holding);
  if (ruledOut.has('monthly') && (isOnly(named, 'threeYears') || isOnly(named, 'monthToMonth'))) {
    return 'unclear';
  }
  const isTermRefused = said.some(
    (one) => one.isRuledOut && one.lasts && !one.isOften && one.family === 'yearly',
  );
  if (isTermRefused && isOnly(named, 'monthly')) return 'unclear';
  // `Paid each month, so that we can drop it whenever`
  if (isOnly(named, 'monthly') && anyStandsIn(padded, readingWords.freely)) return 'unclear';
  // `Premium for 30 all at once` says when rather than how.
  const isOfTime = isOnly(named, 'upfront') && ruledOut.size === 0 && !speaksOfPaying(padded);
  if (isOfTime && speaksOfPlan(text)) return undefined;
  const wish = wishes.find((one) => one.said.every((family) => named.has(family)));
  if (wish) return { term: wish.term, billing: wish.billing };
  if (said.length > 0) return 'unclear';
  return anyStandsIn(padded, sameTerms) ? 'same' : undefined;
}

/** A year that is not paid upfront is paid each month; three years may be paid each year as well. */
function notUpfront(holding: readonly Said[]): PurchaseTerms | 'unclear' {
  const isAYear =
    holding.length > 0 && holding.every(({ family, lasts }) => lasts && family === 'yearly');
  return isAYear ? { term: 'P1Y', billing: 'monthly' } : 'unclear';
}

/** `maybe yearly, maybe monthly` */
function isUndecided(padded: string, named: ReadonlySet<Family>): boolean {
  if (named.size === 0) return false;
  if (anyStandsIn(padded, readingWords.unsureYet)) return true;
  return named.size > 1 && anyStandsIn(padded, readingWords.undecided);
}

function isOnly(named: ReadonlySet<Family>, family: Family): boolean {
  return named.size === 1 && named.has(family);
}

/** `sign for 36 months, we pay month by month` */
function inRhythm(padded: string, said: readonly Said[]): readonly Said[] {
  const isBound = said.some(({ family }) => family === 'threeYears' || family === 'yearly');
  if (!isBound || !anyStandsIn(padded, readingWords.paysBy)) return said;
  return said.map((one) => (one.isRhythm ? { ...one, family: 'monthly' as const } : one));
}

/** Whether nothing is to bind. */
export function isUnbound(text: string): boolean {
  const terms = termsIn(text);
  return typeof terms === 'object' && terms.term === 'P1M';
}

/** `I would rather pay` */
const verbs = /(?: (?:pay|have|be|get|take|a|an|one|the|single|betala|ha|få|ta|en|ett|enda))+$/;

/** `yearly, no, monthly`: what was said before is taken back. */
function afterCorrection(rest: string, said: readonly Said[]): readonly Said[] {
  const from = said.findLastIndex(({ at }, nth) => {
    const before = said[nth - 1];
    if (!before) return false;
    const between = rest.slice(before.end, at).replaceAll(/[#,]+/g, ' ').trim();
    return between !== '' && endsWith(between.replace(verbs, ''), corrections) !== undefined;
  });
  return from < 0 ? said : said.slice(from);
}

/** `a month at a time, no annual`. `yearly, no monthly` says how often instead. */
function isRefusedOrTaken(rest: string, said: readonly Said[]): boolean {
  return said.some(({ at, family }, nth) => {
    const before = said[nth - 1];
    if (!before || before.family === family || family === 'monthly') return false;
    return (
      endsWith(rest.slice(before.end, at).trim(), readingWords.refusesOrCorrects) !== undefined
    );
  });
}

/** `three years, no, monthly`: is it three years still? */
function losesTerm(before: readonly Said[], kept: readonly Said[]): boolean {
  const isTold = kept.some(({ family, lasts }) => lasts || family === 'monthToMonth');
  return !isTold && kept.length > 0 && before.some(({ family }) => family === 'threeYears');
}

/** `annual or monthly`: one of them, but which? Nor is a term bound and free at once. */
function isContradiction(rest: string, said: readonly Said[]): boolean {
  const [first, last] = [said[0], said.at(-1)];
  const named = new Set(said.map(({ family }) => family));
  if (!first || !last || named.size < 2) return false;
  const isBound = named.has('yearly') || named.has('threeYears');
  return (isBound && named.has('monthToMonth')) || either.test(rest.slice(first.at, last.at + 1));
}

/** What is refused after it was taken contradicts it; freedom is often said by refusing what binds. */
const takenBack = new Set<Family>(['monthly', 'yearly', 'threeYears']);

/** `monthly, only that we do not want to pay monthly` */
function takesBack(said: readonly Said[], holding: readonly Said[]): boolean {
  return said.some(
    (one) =>
      one.isRuledOut &&
      holding.some(
        ({ family, at, lasts }) =>
          family === one.family && at < one.at && lasts === one.lasts && takenBack.has(family),
      ),
  );
}

/** `monthly for the first year, then yearly` */
function isOneAfterTheOther(rest: string, said: readonly Said[]): boolean {
  if (!anyStandsIn(paddedForSearch(rest), readingWords.atFirst)) return false;
  return said.some(({ at, family }, nth) => {
    const before = said[nth - 1];
    if (!before || before.family === family) return false;
    return anyStandsIn(paddedForSearch(rest.slice(before.end, at)), readingWords.thenWords);
  });
}

/** Words. */
const durationAlone = 2;

/** `for 2 years`: what stays of durations once all that are sold are taken out. */
function isOddDuration(rest: string, isBesideWay: boolean): boolean {
  const words = rest.trim().split(' ');
  const telling = words.filter((word) => !fillers.has(word));
  return words.some((word, at) => {
    if (!Object.hasOwn(durations, words[at + 1] ?? '')) return false;
    const value = /^\d+$/.test(word) ? Number(word) : numberIn(word);
    const isTerm =
      termBefore.includes(words[at - 1] ?? '') || termAfter.includes(words[at + 2] ?? '');
    const isPoint =
      timeBefore.includes(words[at - 1] ?? '') || timeAfter.includes(words[at + 2] ?? '');
    // `24 months, paid monthly`
    if (isBesideWay && !isPoint && value !== undefined && value > 1) return true;
    return value !== undefined && (isTerm || telling.length <= durationAlone);
  });
}
