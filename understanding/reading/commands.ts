/** Commands in other words than ours, and with a slip of the keyboard. */
import { memoizeRecent } from '../../commerce/base/memoize.ts';
import { readingWords } from '../../locales/reading.ts';
import { asksOfOthers, beginsAsQuestion } from './asking.ts';
import { withoutAsides } from './consent/asides.ts';
import { consents } from './consent/consent.ts';
import { allStandingIn, anyStandsIn, paddedForSearch, startsWith } from './lexicon.ts';
import { normalise } from './normalise.ts';
import { countsIn } from './numbers/counts.ts';
import { saidInParts } from './patterns/patterns.ts';
import { placeIn, speaksOfPlaces } from './places.ts';
import { asksForBoth, speaksOfPlan } from './plans.ts';
import { isSlipOf } from './spelling/slips.ts';
import { isUnbound, termsIn } from './terms.ts';

/** Words: who says more tells or asks something. */
const longest = 9;
const longestOf: Record<string, number> = {
  home: 4,
  courtesy: 7,
  upgrade: 14,
  next: 7,
  status: 24,
  withdraw: 18,
  support: 18,
  help: 18,
  explain: 18,
  compare: 18,
  back: 12,
  startOver: 14,
  'change.soldTo': 14,
  'change.payment': 18,
  'change.items': 12,
  'language.en-US': 14,
  'language.sv-SE': 14,
};
/** What a plan or an amount is said with is no greeting. */
const alone = new Set([
  'home',
  'courtesy',
  'next',
  'cancel',
  'support',
  'back',
  'language.en-US',
  'language.sv-SE',
]);
/** What is asked for in a question as well. */
const mayBeAsked = new Set(['status', 'withdraw', 'support', 'help', 'explain', 'compare']);

const supposing = [...readingWords.conditions, 'after', 'afterwards', 'efter', 'efteråt'];
const tomorrow = ['tomorrow', 'imorgon', 'i morgon'];
/** The keys that each saying stands for. */
const keysOf = new Map<string, string[]>();
for (const [key, sayings] of Object.entries(readingWords.says)) {
  for (const words of sayings) keysOf.set(words, [...(keysOf.get(words) ?? []), key]);
}
const sayings = [...keysOf.keys()];

/** @param text as typed. @returns keys of phrases */
export const commandsSaid = memoizeRecent((text): ReadonlySet<string> => {
  const plain = normalise(text);
  const padded = paddedForSearch(plain);
  const length = plain.split(' ').length;
  // `Please drop the whole thing, …`, whatever the reason.
  const lengthFor = (key: string): number =>
    key === 'cancel' ? normalise(withoutAsides(text)).split(' ').length : length;
  const asks = text.trimEnd().endsWith('?') || asksOfOthers(text);
  const mayAsk = asks || beginsAsQuestion(text);
  // `How long may I take the order back?` asks.
  const inParts = saidInParts(padded).filter((key) => key !== 'withdraw' || !mayAsk);
  const all = new Set(
    [
      ...allStandingIn(padded, sayings).flatMap((words) => keysOf.get(words) ?? []),
      ...inParts,
    ].filter(
      (key) => lengthFor(key) <= (longestOf[key] ?? longest) && (!asks || mayBeAsked.has(key)),
    ),
  );
  if (all.size === 0) return all;
  // `Place the order, thanks` is more than thanks.
  if (all.has('courtesy') && consents(text)) all.delete('courtesy');
  // `Can I undo the order after it's placed?`
  if ((mayAsk || anyStandsIn(padded, readingWords.indirect)) && anyStandsIn(padded, supposing))
    all.delete('withdraw');
  // `Change the address of my orders`
  if (inParts.includes('change.soldTo')) all.delete('status');
  // `Our card runs out, I want to change to a new one`
  if (inParts.some((key) => key.startsWith('change.')) && !speaksOfPlan(text))
    all.delete('upgrade');
  if (anyStandsIn(padded, readingWords.returned) && all.delete('back')) all.add('home');
  const ofPlan = speaksOfPlan(text);
  // `Free to quit when we like` cancels nothing.
  const isFree = isUnbound(text);
  for (const key of alone) {
    if ((ofPlan || isFree) && !inParts.includes(key)) all.delete(key);
  }
  if ((!ofPlan && !speaksOfPlaces(plain)) || asksForBoth(text)) all.delete('compare');
  // `No. 5, thank you`
  if (all.has('courtesy') && placeIn(plain) !== undefined) all.delete('courtesy');
  // `Order it tomorrow morning` greets nobody.
  if (anyStandsIn(padded, tomorrow)) all.delete('home');
  if (all.has('home')) all.delete('status');
  // `Change the billing from monthly to yearly` says what to.
  if (typeof termsIn(text) === 'object') all.delete('change.items');
  if (all.has('cancel') && anyStandsIn(padded, readingWords.notCancelled)) all.delete('cancel');
  // `Back to 25`, `drop it to 27`
  if ((all.has('back') || all.has('cancel')) && countsIn(text).length > 0) {
    for (const key of ['back', 'cancel']) all.delete(key);
  }
  // `Three years at once, changed our minds`
  const isCorrected = anyStandsIn(padded, readingWords.changedMinds);
  if (isCorrected && typeof termsIn(text) === 'object') all.delete('cancel');
  if (all.has('cancel')) all.delete('courtesy');
  if (all.has('cancel') || all.has('withdraw')) all.delete('upgrade');
  return all;
});

/** Whether the whole text is a phrase but for a slip. */
export function isSlip(text: string, phrase: string): boolean {
  return text.length >= 4 && isSlipOf(text, phrase);
}

/** A command that is not ours to carry out. @param text normalised, without politeness */
export function isRefused(text: string): boolean {
  return startsWith(text, readingWords.refused) !== undefined;
}
