/** Whether a language is asked for that is not spoken here, however that is said: as Swedish would be asked for. */
import { memoizeRecent } from '../../commerce/base/memoize.ts';
import { readingWords } from '../../locales/reading.ts';
import { asksForOtherLanguage, withoutPoliteness } from '../phrases.ts';
import { allStandingIn, paddedForSearch, startsWith } from '../reading/lexicon.ts';
import { normalise } from '../reading/normalise.ts';
import { likelyIntents, sure } from './meant.ts';

const { neverOfPlans, otherLanguages } = readingWords;
/** A language that is learned from, in place of one of which no sentence is known. */
const known = ['swedish', 'svenska'];
const spoken: ReadonlySet<string> = new Set(['language.en-US', 'language.sv-SE']);

/** @param text as typed, that asks for no language of ours */
export const wantsOtherLanguage = memoizeRecent((text): boolean => {
  const plain = normalise(text);
  const named = allStandingIn(paddedForSearch(plain), otherLanguages);
  if (named.length === 0) return false;
  if (asksForOtherLanguage(text)) return true;
  const never = startsWith(withoutPoliteness(plain), neverOfPlans);
  // `Could you write that in simple German`
  if (never !== undefined && never !== 'write') return false;
  const [longest = ''] = named.toSorted((a, b) => b.length - a.length);
  const mark = text.trimEnd().endsWith('?') ? '?' : '';
  return known.some((language) => {
    const [first] = likelyIntents(plain.replace(longest, language) + mark);
    return first !== undefined && spoken.has(first.is) && first.likelihood >= sure;
  });
});
