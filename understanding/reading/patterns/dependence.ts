/** Whether what is wished hangs on something else, or on another day: then nothing is gone on with. */
import { memoizeRecent } from '../../../commerce/base/memoize.ts';
import { readingWords } from '../../../locales/reading.ts';
import { beginsAsQuestion } from '../asking.ts';
import { anyOf, paddedForSearch, startsWith } from '../lexicon.ts';
import { patternOf } from './patternOf.ts';

const { conditions, inversions, patterns, soWishes, tellsUnder } = readingWords;
const hanging = patterns.depends.map(patternOf);
const awaiting = (patterns.awaits ?? []).map(patternOf);
const awaitingInverted = (patterns.awaitsInverted ?? []).map(patternOf);
const settledBefore = (patterns.noAwaits ?? []).map(patternOf);
const unsettling = patterns.unsettles.map(patternOf);
const harmless = patterns.noDepends.map(patternOf);

/** @param plain normalised. `yearly, provided the price stays`, `30 from January`, and not `if possible` */
export const depends = memoizeRecent((plain: string): boolean => {
  if (beginsAsQuestion(plain) || asksUnder(plain)) return false;
  const padded = ` ${paddedForSearch(plain).trim()}`;
  const rest = harmless.reduce((left, pattern) => left.replaceAll(pattern, ' ,'), padded);
  return hanging.some((pattern) => rest.search(pattern) >= 0);
});

/**
 * @param plain normalised, of a text that names a plan. Whether that waits for somebody or for a day: `E1 after
 * Christmas`, `Premium once the board has agreed`
 */
export function awaits(plain: string): boolean {
  const padded = ` ${paddedForSearch(plain).trim()}`;
  // `Om chefen säger ja blir det E3`: in Swedish, what follows a condition has the order of a question.
  if (awaitingInverted.some((pattern) => padded.search(pattern) >= 0)) return true;
  if (beginsAsQuestion(plain) || asksUnder(plain.replaceAll(told, ' ,'))) return false;
  // `After the meeting we are 30`
  const rest = settledBefore.reduce((left, pattern) => left.replaceAll(pattern, ' ,'), padded);
  return awaiting.some((pattern) => rest.search(pattern) >= 0);
}

/**
 * @param padded as for a search, of a text that says all there is to say of a purchase. Whether it may say so of something
 * else than what is wished now: a trial, another company, what was thought of before
 */
export function unsettles(padded: string): boolean {
  // `E5 was too dear, so it has to be E1`: what was is told as the reason.
  const rest = padded.replace(reasonBefore, ' ');
  return unsettling.some((pattern) => rest.search(pattern) >= 0);
}

const reasonBefore = new RegExp(`^.* (?:${anyOf(soWishes)})(?= )`, 'u');

const told = new RegExp(` (?:${tellsUnder.join('|')})(?![\\p{L}'])`, 'gu');
const inverted = new RegExp(`[ ,](?:${inversions.join('|')})(?![\\p{L}'])`, 'u');

/** `If somebody leaves, can we drop a license then`. @param plain normalised */
export function asksUnder(plain: string): boolean {
  // `so if I go for Premium, do we …`
  const begun = plain.replace(/^(?:so|and|but|ok|okay|well|then|och|men|så),? /u, '');
  return startsWith(begun, conditions) !== undefined && inverted.test(plain);
}
