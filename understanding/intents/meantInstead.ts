/** Whether a text means something else than the rules make of it, or something of which they know nothing. */
import { memoizeRecent } from '../../commerce/base/memoize.ts';
import { findReference } from '../../commerce/order/reference.ts';
import type { Intent } from '../../locales/intents.ts';
import { readingWords } from '../../locales/reading.ts';
import { match, matchAsItStands, saysPhrase, withoutPoliteness } from '../phrases.ts';
import { answersStep, isAsked, isQuestion } from '../questionKind.ts';
import { beginsAsQuestion } from '../reading/asking.ts';
import { commandsSaid } from '../reading/commands.ts';
import { anyStandsIn, paddedForSearch, startsWith } from '../reading/lexicon.ts';
import { normalise } from '../reading/normalise.ts';
import { asksInParts } from '../reading/patterns/patterns.ts';
import { placeIn } from '../reading/places.ts';
import { speaksOfPlan } from '../reading/plans.ts';
import { strays } from '../strays.ts';
import { correctsNumber, saysAmounts, type Understood, understand } from '../understand.ts';
import type { Likely } from './classifier.ts';
import { likelyIntents, sure } from './meant.ts';

const { notCancelled } = readingWords;
const beginsWithNumber = /^\s*\d{1,4}\s*[.,;:–—-]\s/u;

/** What must be left of a likelihood where a plan or a number is said as well: `give Anna an E3 license`. */
const surer = 0.8;
const unmarked = 0.65;
/** What must be left of a likelihood where words of waiting say something else: `cancel my Adobe subscription`. */
const surest = 0.9;
/** What does nothing is believed earlier, and what is seldom taken for something else. */
const likelyEnough: Partial<Record<Intent, number>> = {
  hold: 0.5,
  explain: 0.45,
  support: 0.48,
  status: 0.5,
  refused: 0.55,
  'change.payment': 0.5,
};
/** What rules alone decide. */
const ruled = new Set<Intent>(['placeOrder', 'next', 'wish', 'compare']);
/** What says too little against other words for a command. */
const weak = new Set<Intent>(['question', 'unclear', 'upgrade']);

/** @returns undefined where the rules hold */
export const meantInstead = memoizeRecent((text): Intent | undefined => {
  const [first] = likelyIntents(text);
  if (asksInParts(paddedForSearch(normalise(text)))) {
    // `Just checking on the order we placed`
    return first?.is === 'status' && first.likelihood >= surer ? 'status' : 'question';
  }
  if (!first || first.likelihood < (likelyEnough[first.is] ?? sure)) return undefined;
  const { is, likelihood } = first;
  if (ruled.has(is) || isRuled(text, first)) return undefined;
  const said = understand(text);
  // `We'll stick with what we've got` tells no number.
  const staysAsIs = is === 'cancel' && isSameAlone(said) && !speaksOfPlan(text);
  if (!staysAsIs && (speaksOfPlan(text) || saysAmounts(said))) {
    if (is === 'upgrade' || is === 'unclear' || likelihood < leastBeside(text, is))
      return undefined;
    if (is !== 'refused' && is !== 'question' && isShortCount(text)) return undefined;
  }
  const others = [...commandsSaid(text)].filter((key) => key !== 'upgrade');
  if (likelihood < sure && others.length > 0) return undefined;
  // `30, Bob's team joins in May` answers.
  if (is === 'refused' && beginsWithNumber.test(text)) return undefined;
  // `Annul the order, wrong tenant` is ours.
  if (is === 'refused' && others.includes('withdraw')) return undefined;
  // `Don't buy yet` waits.
  const waits = said.stops && likelihood < surest;
  if (is === 'refused' && waits && !speaksOfPlan(text)) return undefined;
  const isWeak = weak.has(is) && (is !== 'question' || likelihood < surer);
  if (isWeak && (others.length > 0 || (said.holds && !isAsked(text)))) return undefined;
  return is.startsWith('change.') || match(text, is) === undefined ? is : undefined;
});

/** What must be left of a likelihood where a plan or a number is said as well: `give Anna an E3 license`. */
function leastBeside(text: string, is: Intent): number {
  if (is === 'question') return leastOfQuestion(text);
  if (is !== 'refused') return surer;
  if (!speaksOfPlan(text)) return 0;
  return beginsAsRefused(text) || strays(text) ? sure : surer;
}

/** With its mark, the rules tell well enough whether it is a request. */
function leastOfQuestion(text: string): number {
  return text.trimEnd().endsWith('?') ? surer : unmarked;
}

function asksSurely(text: string, { is, likelihood }: Likely<Intent>): boolean {
  return is === 'question' && likelihood >= leastOfQuestion(text);
}

/** Words: who says less with a number in it answers. */
const shortest = 5;

/** `no, not 50. 40.` */
function isShortCount(text: string): boolean {
  return typeof understand(text).quantity === 'object' && text.split(/\s+/).length <= shortest;
}

function isSameAlone({ quantity, terms }: Understood): boolean {
  return typeof quantity === 'object' && quantity.is === 'same' && terms === undefined;
}

/** What must be left of a likelihood that it gives up, to ask what is meant by `what we have now`. */
const maybe = 0.3;

/** Whether it says nothing but that all stays as it is, by which no upgrade may be meant. */
export function mayStayAsIs(text: string): boolean {
  const gives = likelyIntents(text).find(({ is }) => is === 'cancel');
  return gives !== undefined && gives.likelihood >= maybe && isSameAlone(understand(text));
}

function beginsAsRefused(text: string): boolean {
  const { refused, neverOurs } = readingWords;
  return startsWith(withoutPoliteness(normalise(text)), [...refused, ...neverOurs]) !== undefined;
}

function isRuled(text: string, first: Likely<Intent>): boolean {
  const { consents, agrees } = understand(text);
  if (saysPhrase(text) || consents || agrees || isOtherwise(text, first.is)) return true;
  if (asksSurely(text, first)) return false;
  return answersStep(text) || (placeIn(normalise(text)) !== undefined && !asksOfPlace(text));
}

/** What looks like an intent and is none, by its form. */
function isOtherwise(text: string, is: Intent): boolean {
  switch (is) {
    case 'cancel':
      return anyStandsIn(paddedForSearch(normalise(text)), notCancelled);
    case 'question':
      // `The cheapest will do`
      return !isAsked(text) && saysWhichEnd(text);
    case 'refused':
      // `My accountant asks if the invoice stays the same`
      return asksIndirectly(text) || asksOfUs(text);
    case 'hold':
      // `30 - oh wait, 31` corrects, `shall I order now or wait?` asks.
      return correctsNumber(text) || text.trimEnd().endsWith('?');
    default:
      return false;
  }
}

/** `Do we need new installs`: who is asked about themselves is commanded nothing. */
function asksOfUs(text: string): boolean {
  const plain = normalise(text);
  const [, second = ''] = plain.split(' ');
  const { asksFirst, requests, speakers } = readingWords;
  if (startsWith(plain, requests) !== undefined) return false;
  const asks = speakers.includes(second) || startsWith(plain, asksFirst) !== undefined;
  return asks && beginsAsQuestion(text);
}

function saysWhichEnd(text: string): boolean {
  const padded = paddedForSearch(normalise(text));
  return [readingWords.cheapest, readingWords.dearest].some((list) => anyStandsIn(padded, list));
}

function asksIndirectly(text: string): boolean {
  return anyStandsIn(paddedForSearch(normalise(text)), readingWords.indirect);
}

/** `What do I get with number 3?` */
function asksOfPlace(text: string): boolean {
  const [first] = likelyIntents(text);
  return isQuestion(text) && first?.is === 'question' && first.likelihood >= sure;
}

/** What must be left of a likelihood where nothing else is known of a text, and how many times that of others. */
const likely = 0.35;
const times = 2;
/** What does no harm where it was not meant. */
const harmless = new Set<Intent>(['status', 'withdraw', 'support', 'help', 'courtesy', 'home']);
/** An upgrade is begun by less than a wish only where it asks nothing. */
const likelyUpgrade = 0.5;

/** @param text that no rule knows. @returns undefined where too little speaks for anything */
export function likelyMeant(text: string): Intent | undefined {
  if (asksInParts(paddedForSearch(normalise(text)))) return undefined;
  const [first, second] = likelyIntents(text);
  if (!first || first.likelihood < Math.max(likely, times * (second?.likelihood ?? 0))) {
    return undefined;
  }
  if (isAsked(text) && (first.is === 'courtesy' || first.is === 'home')) return undefined;
  if (first.is === 'upgrade') {
    return first.likelihood >= likelyUpgrade && !isAsked(text) ? first.is : undefined;
  }
  return harmless.has(first.is) && !speaksOfPlan(text) ? first.is : undefined;
}

/** What is believed less than the rules for commands that are not ours. */
const notOurs = new Set<Intent>(['refused', 'question', 'unclear', 'hold']);

const ofCases = ['openCase', 'withdrawCase', 'reopenCase', 'desk', 'deskHere'];
const oursAsTheyStand = ['manual', 'manualMerge', 'freeUp', ...ofCases];

/** Whether it is a command that is not ours: `give me a human` begins as one does, and is none. */
export function isRefused(text: string): boolean {
  // `Slå ihop abonnemangen` begins as what is not ours, and is.
  if (oursAsTheyStand.some((key) => matchAsItStands(text, key) !== undefined)) return false;
  if (findReference(text, 'CASE') !== undefined) return false;
  if (meantInstead(text) === 'refused') return true;
  const [first] = likelyIntents(text);
  const isOurs =
    first && first.likelihood >= sure && !notOurs.has(first.is) && !ruled.has(first.is);
  const asks = first?.is === 'question' && first.likelihood >= surer;
  return understand(text).refused && !isOurs && !asks;
}
