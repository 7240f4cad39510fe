/** What stands behind all that a purchase takes and begins with `but`: unless it is read, it may change anything. */
import { readingWords } from '../../../locales/reading.ts';
import { beginsAsQuestion } from '../asking.ts';
import { anyOf, anyStandsIn, paddedForSearch } from '../lexicon.ts';
import { mentionsIn } from '../mentions.ts';
import { normalise } from '../normalise.ts';
import { tokensOf } from '../numbers/tokens.ts';
import { speaksOfPlan } from '../plans.ts';
import { termsIn } from '../terms.ts';
import { waysIn } from '../termWords.ts';

const { objections = [], noObjectionsIn = [] } = readingWords;
const but = new RegExp(`(?<!\\p{L})(?:${anyOf(objections)})(?!\\p{L})`, 'iu');

/** @param text that says all there is to say of a purchase. `Premium for 30, yearly, but half of us are not here` */
export function isObjectedTo(text: string): boolean {
  const [clause = '', ...before] = text.split(but).reverse();
  const head = before.reverse().join(' ');
  if (before.length === 0 || clause.trim() === '') return false;
  const isWhole = speaksOfPlan(head) && typeof termsIn(head) === 'object' && saysNumber(head);
  return isWhole && !isRead(clause);
}

function saysNumber(text: string): boolean {
  return tokensOf(text).some(({ value }) => value !== undefined && value > 1 && value !== 365);
}

/** It says how many, how to pay, which plan, or nothing that matters. */
function isRead(clause: string): boolean {
  return (
    saysNumber(clause) ||
    // Who names what there is today may stay with it.
    mentionsIn(clause).mentions.some(({ words }) => !words.includes('standard')) ||
    waysIn(clause).said.length > 0 ||
    beginsAsQuestion(clause) ||
    clause.trimEnd().endsWith('?') ||
    anyStandsIn(paddedForSearch(normalise(clause)), noObjectionsIn)
  );
}
