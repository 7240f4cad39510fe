/**
 * What a text says of an upgrade, whatever waits for it: one reading, before any step and any article.
 * What is not clear is marked as that and asked; nothing is guessed.
 */
import { z } from 'zod';
import { memoizeRecent } from '../commerce/base/memoize.ts';
import { billingCycleSchema, termSchema } from '../commerce/model/terms.ts';
import { readingWords } from '../locales/reading.ts';
import { match, withoutPoliteness } from './phrases.ts';
import { beginsAsQuestion } from './reading/asking.ts';
import { commandsSaid, isRefused } from './reading/commands.ts';
import { ordersBesideAsides } from './reading/consent/asides.ts';
import { asked, consentIn, consents, denies, holds, stops } from './reading/consent/consent.ts';
import { anyStandsIn, paddedForSearch, startsWith } from './reading/lexicon.ts';
import { normalise } from './reading/normalise.ts';
import { countsIn, withoutTakenBack } from './reading/numbers/counts.ts';
import { quantityIn, quantitySaidSchema } from './reading/numbers/quantity.ts';
import { asksUnder, awaits, unsettles } from './reading/patterns/dependence.ts';
import { isObjectedTo } from './reading/patterns/objections.ts';
import {
  asksInParts,
  countsInParts,
  isRefusedInParts,
  postponesInParts,
} from './reading/patterns/patterns.ts';
import { speaksOfPlan } from './reading/plans.ts';
import { withoutQuotations } from './reading/quotations.ts';
import { isUnbound, termsIn } from './reading/terms.ts';

const unclear = z.literal('unclear');

export const understoodSchema = z.object({
  /** How many licences. */
  quantity: z.union([quantitySaidSchema, unclear]).optional(),
  terms: z
    .union([
      z.object({ term: termSchema, billing: billingCycleSchema }),
      z.literal('same'),
      unclear,
    ])
    .optional(),
  /** It says that it wishes something. */
  wishes: z.boolean(),
  /** Nothing is to be ordered yet. */
  holds: z.boolean(),
  /** Nothing is to be gone on with, whatever is said besides. */
  stops: z.boolean(),
  /** No upgrade is to begin. */
  postpones: z.boolean(),
  /** It speaks of ordering, for or against. */
  orders: z.boolean(),
  /** A clear yes, and nothing else. */
  consents: z.boolean(),
  /** A clear yes, and beside it what seems to tell only why: `ordersIn` says whether it is one. */
  ordersBesides: z.boolean(),
  /** Words of consent, and nothing else, of which none orders: `approved`. */
  agrees: z.boolean(),
  /** A command that is not ours to carry out. */
  refused: z.boolean(),
});
export type Understood = z.infer<typeof understoodSchema>;

export const understand = memoizeRecent((text): Understood => {
  const own = withoutQuotations(text);
  const plain = normalise(own);
  const padded = paddedForSearch(plain);
  const terms = termsIn(own);
  const quantity = quantityMeant(own, padded, terms !== undefined);
  const saysNumber = typeof quantity === 'object' && quantity.is === 'count';
  const consent = consentIn(own);
  const ordersBesides = consent === undefined && ordersBesideAsides(own, saysNumber);
  const isWhole = typeof quantity === 'object' && typeof terms === 'object' && speaksOfPlan(own);
  // `Premium for 30, yearly, but wait until Monday`
  const isAsked = own.trimEnd().endsWith('?');
  // `22, no, wait, I forgot Tom: 23` waits for nothing.
  const lasting = withoutTakenBack(own) ?? plain;
  const isAwaited = !isAsked && (speaksOfPlan(own) || ofUpgrade.test(plain)) && awaits(plain);
  const waits =
    isAwaited || stops(lasting) || (isWhole && (unsettles(padded) || isObjectedTo(own)));
  const isWishThatWaits =
    (isWhole || isAwaited) && waits && !isAsked && !commandsSaid(own).has('withdraw');
  const goesOn = isAsked || correctsNumber(own);
  // `Consider it approved, order the 30 as listed`
  const refused =
    consent !== 'orders' && !ordersBesides && isRefusedNow(withoutPoliteness(plain), own, quantity);
  return {
    ...(quantity === undefined ? {} : { quantity }),
    ...(terms === undefined ? {} : { terms }),
    wishes: anyStandsIn(padded, readingWords.wishes),
    holds: holds(lasting) && !goesOn && !asksUnder(plain),
    stops: waits && !goesOn,
    // `No upgrade, just five more Standard` wants something now.
    postpones:
      !(refused && isRefusedInParts(padded)) &&
      !asksInParts(padded) &&
      (postponesInParts(padded) || postpones(asked(plain)) || isWishThatWaits),
    orders: anyStandsIn(padded, readingWords.orders),
    consents: consent === 'orders',
    ordersBesides,
    agrees: consent === 'agrees',
    refused,
  };
});

/** `30 Premium, yearly, and a few more for the temps`: beside what is bought, it is not clear how many are meant. */
function quantityMeant(own: string, padded: string, saysTerms: boolean): Understood['quantity'] {
  const quantity = quantityIn(own);
  const isSum = countsIn(own).some(({ isTotal }) => isTotal);
  const isCount = typeof quantity === 'object' && quantity.is === 'count' && !isSum;
  if (!isCount || !(saysTerms || speaksOfPlan(own))) return quantity;
  return countsInParts(padded) ? 'unclear' : quantity;
}

const ofUpgrade = /(?<!\p{L})(?:upgrad|uppgrad)/u;

function postpones(plain: string): boolean {
  const padded = paddedForSearch(plain);
  return anyStandsIn(padded, readingWords.postpones) || denies(plain);
}

const correction = /^\D*(\d+)\D{1,20}\b(\d+)[\s.!]*$/;

/** `30, hold on, 31`: one number is taken back, nothing else is said. */
export function correctsNumber(text: string): boolean {
  const [, first, last] = correction.exec(text) ?? [];
  const [only, ...others] = first === last ? [] : countsIn(text);
  return only !== undefined && others.length === 0 && only.value === Number(last);
}

function isRefusedNow(text: string, own: string, quantity: Understood['quantity']): boolean {
  const isAmount = typeof quantity === 'object' && quantity.is !== 'same';
  if (buysElsewhere(text, own) || buysAnew(text) || handsOut(text)) return true;
  const isPlea = !own.trimEnd().endsWith('?') || startsWith(normalise(own), readingWords.requests);
  if (isPlea && isRefusedInParts(paddedForSearch(text))) return true;
  // `Give me a minute`
  if (startsWith(normalise(own), readingWords.hold) !== undefined) return false;
  if (startsWith(text, readingWords.neverOfPlans)) return true;
  if (speaksOfPlan(own) || consents(text)) return false;
  const isAsked = own.trimEnd().endsWith('?') && normalise(own).startsWith(text);
  // `Refund for the unused months?`
  if (isAsked) return false;
  if (startsWith(text, readingWords.neverOurs)) return true;
  const isTold = anyStandsIn(paddedForSearch(text), readingWords.indirect);
  const asks = own.trimEnd().endsWith('?') || beginsAsQuestion(own) || isTold;
  if (!asks && anyStandsIn(paddedForSearch(text), readingWords.neverAbout)) return true;
  if (startsWith(text, readingWords.buys) && !buysThis.test(text) && !saysNumbersAlone(text)) {
    return countsIn(own).some(({ is }) => is !== 'licences');
  }
  const isOurs = ['upgrade', 'status', 'compare', 'support', 'withdraw'].some((key) =>
    commandsSaid(own).has(key),
  );
  return !isAmount && !isOurs && !isUnbound(own) && isRefused(text);
}

/** `order it, but with 35` */
const buysThis = /^\P{L}*$|^\p{L}+ (?:it|this|that|them|these|the order)(?![\p{L}])/u;

/** `order 35, not 30` */
function saysNumbersAlone(text: string): boolean {
  const ordered = startsWith(text, readingWords.buys) ?? '';
  const no = readingWords.negations.find((words) => text.includes(` ${words} `)) ?? '';
  return /^[\d\s,.]+$/.test(text.slice(ordered.length).replace(` ${no} `, ' '));
}

const oneLicence = /(?<![\p{L}])(?:an?|the|en)(?: [\p{L}\d:-]+){0,5} ?licen(?:[cs]e|s)$/u;

/** `give Alice an E5 license` */
function handsOut(text: string): boolean {
  return startsWith(text, readingWords.handsOut) !== undefined && oneLicence.test(text);
}

/** `order 20 Visio`: what is ours is upgraded to. */
function buysElsewhere(text: string, own: string): boolean {
  const buys = startsWith(text, readingWords.buys) !== undefined;
  return buys && speaksOfPlan(own) && !speaksOfPlan(own, true);
}

/** `purchase 500 E5 from scratch` */
function buysAnew(text: string): boolean {
  const buys = startsWith(text, readingWords.buys) !== undefined;
  return buys && anyStandsIn(paddedForSearch(text), readingWords.buysAnew);
}

/** Whether it says how many or how to pay, clearly or not. */
export function saysAmounts({ quantity, terms }: Understood): boolean {
  return quantity !== undefined || terms !== undefined;
}

/** `ok` and `perfect` answer a step; with none waiting they are only kind. */
export function isKind(text: string): boolean {
  return match(text, 'acknowledged') !== undefined || understand(text).agrees;
}
