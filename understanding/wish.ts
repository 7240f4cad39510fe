/** Whether a text wishes an upgrade without saying the word: `Premium. Thirty. Monthly.` */
import { memoizeRecent } from '../commerce/base/memoize.ts';
import { readingWords } from '../locales/reading.ts';
import { likelyIntents, seemsToCompare } from './intents/meant.ts';
import { match, matchAsItStands, withoutPoliteness } from './phrases.ts';
import { isQuestion } from './questionKind.ts';
import { anyStandsIn, paddedForSearch, startsWith } from './reading/lexicon.ts';
import { normalise } from './reading/normalise.ts';
import { asksInParts } from './reading/patterns/patterns.ts';
import { placeIn, saysRecommended } from './reading/places.ts';
import { asksForBoth, plansNamed, speaksOfPlan } from './reading/plans.ts';
import { isSlipOf } from './reading/spelling/slips.ts';
import { isRequest } from './request.ts';
import { strays } from './strays.ts';
import { saysAmounts, understand } from './understand.ts';

export const isWish = memoizeRecent((text): boolean => {
  const said = understand(text);
  const plain = withoutPoliteness(normalise(text));
  if (asksInParts(paddedForSearch(normalise(text))) || asksForBoth(text)) return false;
  const isAsked = text.trimEnd().endsWith('?');
  const asks =
    isAsked ||
    (isQuestion(text) && anyStandsIn(paddedForSearch(plain), readingWords.strongDoubts)) ||
    (isQuestion(plain) && !/^(?:don't|dont|can't|cant)\b/.test(plain)) ||
    // `can we leave when we like` asks, once `can we` is more than politeness.
    (isQuestion(text) && anyStandsIn(paddedForSearch(normalise(text)), readingWords.doubts));
  const names = speaksOfPlan(text);
  const suggested = suggests(plain) && (names || placeIn(plain) !== undefined);
  if (suggested || (names && isAsked && asksByMark(text))) return true;
  // `How much more is Premium, compared with what we have`
  const asksPrice = isQuestion(text) && plansNamed(text) < 2;
  if (names && !asksPrice && match(text, 'compare') !== undefined) return true;
  if (seemsToCompare(text)) return true;
  // `Will you give us 30 Premium at the price of Standard?`
  const asksOfPrice = isAsked && anyStandsIn(paddedForSearch(plain), readingWords.priceWords);
  if (asks && (asksOfPrice || startsWith(plain, readingWords.wishes) === undefined)) {
    const isUpgrade = matchAsItStands(withoutPictures(text), 'upgrade') === '';
    return (
      (names || isUpgrade || saysAmounts(said) || saysWhichEnd(plain)) &&
      (isRequest(text, isQuestion) || seemsToRequest(text))
    );
  }
  if (names) return said.wishes || !anyStandsIn(paddedForSearch(plain), readingWords.reports);
  const isSlip = !isAsked && speaksOfUpgrade(plain);
  const upgrades = !isAsked && match(text, 'upgrade') !== undefined;
  const saysEnd = !isAsked && saysWhichEnd(plain);
  const says = saysAmounts(said) || upgrades || saysEnd;
  const isShort = saysEnd && (saysAmounts(said) || plain.split(' ').length <= mostOfAnswer);
  // `can you do 29`
  const requests = saysAmounts(said) && isQuestion(text) && isRequest(text, isQuestion);
  return (
    isSlip || isShort || requests || (says && said.wishes) || (!isAsked && saysAmountAlone(text))
  );
});

/** What must be left of a likelihood that it wishes, where it only says how many or how to pay. */
const likelyWish = 0.9;

/** `40 licences`, `38 of us, paid once a year` */
function saysAmountAlone(text: string): boolean {
  // A number by itself may be anything.
  if (!/\p{L}{2}/u.test(text)) return false;
  const { quantity, terms, holds } = understand(text);
  const isClear = [quantity, terms].some((one) => one !== undefined && one !== 'unclear');
  const [first] = likelyIntents(text);
  return (
    isClear && !holds && first?.is === 'wish' && first.likelihood >= likelyWish && !strays(text)
  );
}

/** Words: `the cheapest plan`. */
const mostOfAnswer = 3;

/** What must be left of a likelihood to take a question for a request. */
const surely = 0.85;
const certainly = 0.97;

function seemsToRequest(text: string): boolean {
  const likelihood = likelyIntents(text)
    .filter(({ is }) => is === 'upgrade' || is === 'wish')
    .reduce((sum, one) => sum + one.likelihood, 0);
  const plain = normalise(text);
  // `Is it ok if I take Premium` doubts nothing.
  const own = plain.slice(startsWith(plain, readingWords.requests)?.length ?? 0);
  const doubts = anyStandsIn(paddedForSearch(own), readingWords.doubts);
  // `Could we move to Premium, 27 of us, as we can't find it all at once`
  const requests =
    startsWith(plain, readingWords.requests) !== undefined &&
    !text.trimEnd().endsWith('?') &&
    !anyStandsIn(paddedForSearch(plain), readingWords.strongDoubts) &&
    typeof understand(text).quantity === 'object';
  return doubts ? requests && likelihood >= certainly : likelihood >= surely;
}

/** `How about Premium for 30?` */
function suggests(plain: string): boolean {
  return startsWith(plain, readingWords.suggests) !== undefined;
}

/** Words: more of them tell or ask something. */
const mostByMark = 7;

/** `Premium, 30?` */
function asksByMark(text: string): boolean {
  const told = text.replaceAll('?', '');
  const isShort = told.trim().split(/\s+/).length <= mostByMark;
  return isShort && saysAmounts(understand(told)) && !isQuestion(told);
}

function withoutPictures(text: string): string {
  return text.replaceAll(/\p{Extended_Pictographic}/gu, '').replaceAll(/([!.])\1+/g, '$1');
}

const upgrading = ['upgrade', 'upgrading', 'uppgradera', 'uppgraderar', 'uppgradering'];
/** Words: who says more tells something. */
const mostOfSlip = 9;

/** `ugprade our subscription`: with a slip of the keyboard. */
function speaksOfUpgrade(plain: string): boolean {
  const said = plain.split(' ');
  const isSlip = (word: string): boolean =>
    !upgrading.includes(word) && upgrading.some((one) => isSlipOf(word, one));
  return said.length <= mostOfSlip && said.some(isSlip);
}

/** `the cheapest` of the list. */
function saysWhichEnd(plain: string): boolean {
  const padded = paddedForSearch(plain);
  return (
    anyStandsIn(padded, readingWords.cheapest) ||
    anyStandsIn(padded, readingWords.dearest) ||
    saysRecommended(plain)
  );
}
