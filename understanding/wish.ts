/** Whether a text wishes an upgrade without saying the word: `Premium. Thirty. Monthly.` */
import { memoizeRecent } from '../commerce/base/memoize.ts';
import { readingWords } from '../locales/reading.ts';
import { match, withoutPoliteness } from './phrases.ts';
import { isQuestion } from './questionKind.ts';
import { anyStandsIn, paddedForSearch, startsWith } from './reading/lexicon.ts';
import { normalise } from './reading/normalise.ts';
import { speaksOfPlan } from './reading/plans.ts';
import { isRequest } from './request.ts';
import { saysAmounts, understand } from './understand.ts';

export const isWish = memoizeRecent((text): boolean => {
  const said = understand(text);
  const plain = withoutPoliteness(normalise(text));
  const isAsked = text.trimEnd().endsWith('?');
  const asks = isAsked || (isQuestion(plain) && !/^(?:don't|dont|can't|cant)\b/.test(plain));
  const names = speaksOfPlan(text);
  if (names && match(text, 'compare') !== undefined) return true;
  if (asks && startsWith(plain, readingWords.wishes) === undefined) {
    return names && isRequest(text, isQuestion);
  }
  if (names) return true;
  const upgrades = !isAsked && match(text, 'upgrade') !== undefined;
  const says = saysAmounts(said) || upgrades || (!isAsked && saysWhichEnd(plain));
  return says && said.wishes;
});

/** `the cheapest` of the list. */
function saysWhichEnd(plain: string): boolean {
  const padded = paddedForSearch(plain);
  return anyStandsIn(padded, readingWords.cheapest) || anyStandsIn(padded, readingWords.dearest);
}
