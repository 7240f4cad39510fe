/** Ways of saying that are made of parts, as `patternOf.ts` reads them. */
import { memoizeRecent } from '../../../commerce/base/memoize.ts';
import { localiser } from '../../../locales/localiser.ts';
import { readingWords } from '../../../locales/reading.ts';
import { patternOf } from './patternOf.ts';

const {
  ways,
  open,
  holds,
  postpones,
  asks,
  noHolds,
  says,
  refused,
  paying,
  partly = [],
} = readingWords.patterns;

/** `threeYears+yearly` says both, `!upfront` rules one out. */
const wordsFor = (key: string): string =>
  key
    .split('+')
    .map((way) => {
      const [phrase = ''] = localiser('sv-SE').list(`phrases.terms.${way.replace('!', '')}`);
      return way.startsWith('!') ? `inte ${phrase} ,` : phrase;
    })
    .join(' ');

/** What says more comes first. */
const weight = (key: string): number => (key.startsWith('!') ? 2 : key.includes('+') ? 1 : 0);

const known = Object.entries(ways)
  .sort(([a], [b]) => weight(b) - weight(a))
  .flatMap(([key, list]) =>
    list.map((pattern) => ({ phrase: wordsFor(key), pattern: patternOf(pattern) })),
  );

/** A text with the first phrase for a way to pay in place of what means the same. @param text normalised, with a blank before it */
export const inKnownWords = memoizeRecent((text) =>
  known.reduce((said, { phrase, pattern }) => said.replaceAll(pattern, ` ${phrase}`), text),
);

const choices = open.map(patternOf);

/** Whether it names several ways to pay and takes none: `a year or three`. @param text as for `inKnownWords` */
export function leavesOpen(text: string): boolean {
  return choices.some((pattern) => text.search(pattern) >= 0);
}

const waits = holds.map(patternOf);

/** Whether somebody says that something else comes first: `I have to run it by Lena`. @param padded as for a search */
export function saysWaitInParts(padded: string): boolean {
  return waits.some((pattern) => padded.search(pattern) >= 0);
}

const later = postpones.map(patternOf);

/** Whether no upgrade is to begin: `leave it as it is until Monday`. @param padded as for a search */
export function postponesInParts(padded: string): boolean {
  return later.some((pattern) => padded.search(pattern) >= 0);
}

const questions = asks.map(patternOf);

/** Whether it asks, whatever form it has: `don't order, I only need the price`. @param padded as for a search */
export function asksInParts(padded: string): boolean {
  return questions.some((pattern) => padded.search(pattern) >= 0);
}

const keptAsTheyAre = noHolds.map(patternOf);

/** Without what sounds like waiting and is none: `buy no more`, `the rest may stay`. @param padded as for a search */
export function withoutNoHolds(padded: string): string {
  return keptAsTheyAre.reduce((rest, pattern) => rest.replaceAll(pattern, ' ,'), padded);
}

const sayings = Object.entries(says).flatMap(([key, list]) =>
  list.map((pattern) => ({ key, pattern: patternOf(pattern) })),
);

/** @returns keys of phrases. @param padded as for a search */
export function saidInParts(padded: string): string[] {
  return sayings.flatMap(({ key, pattern }) => (padded.search(pattern) < 0 ? [] : [key]));
}

const notOurs = refused.map(patternOf);

/** Whether it wants something that is not ours: `give Eve a licence`. @param padded as for a search */
export function isRefusedInParts(padded: string): boolean {
  return notOurs.some((pattern) => padded.search(pattern) >= 0);
}

const ofPaying = paying.map(patternOf);

/** Whether it speaks of a way to pay, in words that may say any. @param padded as for a search */
export function speaksOfPaying(padded: string): boolean {
  return ofPaying.some((pattern) => padded.search(pattern) >= 0);
}

const ofParts = partly.map(patternOf);

/** Whether a number in it may be that of a part, or of each of several: `30, except the sales team`. @param padded as for a search */
export function countsInParts(padded: string): boolean {
  return ofParts.some((pattern) => padded.search(pattern) >= 0);
}
