/** A yes to an order is a clear one, or it is none. */
import { readingWords } from '../../../locales/reading.ts';
import {
  allStandingIn,
  anyStandsIn,
  endsWith,
  paddedForSearch,
  standsIn,
  startsWith,
} from '../lexicon.ts';
import { normalise } from '../normalise.ts';
import { depends } from '../patterns/dependence.ts';
import { saysWaitInParts, withoutNoHolds } from '../patterns/patterns.ts';
import { plansNamed, speaksOfPlan } from '../plans.ts';
import { isSaidByAnother } from '../quotations.ts';
import { withoutSlip } from '../spelling/slips.ts';
import { withoutApprovals } from './approvals.ts';

const byReference = new RegExp(
  `(?:^| )(?:enligt|på|med|mot|per|under|against|on|with|as per) (?:${readingWords.references.map((one) => one.replaceAll('.', '\\.')).join('|')})[ :#]*\\d[\\d -]*(?=$|[,.;!])`,
  'gu',
);
const { yes, orders, objects, hold, mayHold, stopsAt, goingOn, negations, yet } = readingWords;
/** What is ordered says not that it is to be. */
const parts = [...new Set([...yes, ...objects])];
const vocabulary = new Set(parts.flatMap((words) => words.split(' ')));
/** Letters: `oder` can be nothing else among these words. */
const leastOfSlips = 4;
/** Heard only where they begin a text. */
const beginnings = hold.filter((words) => words.endsWith(' '));

const surely = hold.filter((words) => !mayHold.includes(words));

const mark = /\s*[,.;:!?]+\s*|\s+(?=(?:utan|but) )/u;

/** Without the parts that only say which plan is not to be, or that nothing else is to change. */
export function asked(plain: string): string {
  const rest = withoutNoHolds(` ${plain}`).trim();
  const parts = rest.split(mark).filter(Boolean);
  const isOther = (part: string): boolean => plansNamed(part) > 0 && !speaksOfPlan(part);
  const left = parts.filter((part) => !isOther(part));
  return left.length < parts.length && left.some((part) => speaksOfPlan(part))
    ? left.join(', ')
    : rest;
}

/** @param text normalised. Whether it asks to wait, whatever it says besides */
export function stops(plain: string): boolean {
  const text = asked(plain);
  const begins = startsWith(text.replace(/[,.;:!-]/g, ' '), stopsAt) !== undefined;
  const padded = paddedForSearch(text);
  const waits = anyStandsIn(padded, surely) || saysWaitInParts(padded);
  return begins || waits || denies(text) || deniesYet(text) || depends(plain);
}

/** @param text normalised. Whether it asks to wait, or doubts */
export function holds(plain: string): boolean {
  const text = asked(plain);
  return (
    anyStandsIn(paddedForSearch(text), hold) ||
    beginnings.some((words) => text.startsWith(words)) ||
    saysWaitInParts(paddedForSearch(text)) ||
    denies(text) ||
    deniesYet(text) ||
    depends(plain)
  );
}

/** `don't go on`, `gå inte vidare`. @param text normalised */
export function denies(text: string): boolean {
  const padded = paddedForSearch(text);
  const denials = allStandingIn(padded, negations).filter((no) => !/^(?:without|utan)/.test(no));
  return denials.some((no) => {
    const at = padded.indexOf(` ${no} `);
    const [before, after] = [padded.slice(0, at), padded.slice(at + no.length + 2)];
    return (startsWith(after, goingOn) ?? endsWith(before, goingOn)) !== undefined;
  });
}

/** `we have not decided yet` */
function deniesYet(text: string): boolean {
  const padded = paddedForSearch(text);
  return endsWith(padded, yet) !== undefined && anyStandsIn(padded, negations);
}

const ordersAtTheEnd = /[,.!;:-] ?order(?: (?:it|now|this|please|pls|away))?$/;

/** @param text as typed. Whether it is made of words of consent alone, and whether one of them orders */
export function consentIn(text: string): 'orders' | 'agrees' | undefined {
  const plain = normalise(text);
  const isNotForUs = anyStandsIn(paddedForSearch(plain), readingWords.sentToUs);
  if (isNotForUs || isSaidByAnother(text)) return undefined;
  // `Could you place it now?`, and not `could you confirm?`
  const places = anyStandsIn(paddedForSearch(plain), readingWords.placesIt);
  const request = places ? startsWith(plain, readingWords.yourPart) : undefined;
  if (text.trimEnd().endsWith('?') && request === undefined) return undefined;
  const own = plain.slice(request?.length ?? 0).trim();
  let rest = withoutApprovals(own.replaceAll(byReference, ''))
    .replaceAll(/[,.!;:-]+/g, ' ')
    .replaceAll(/[^\p{L}\p{N}' ]/gu, '')
    .trim()
    .split(/\s+/)
    .map((word) => withoutSlip(word === 'teh' ? 'the' : word, vocabulary, leastOfSlips))
    .join(' ');
  if (rest === '') return undefined;
  // `perfect, order` orders; `my order` speaks of one.
  let ordered = ordersAtTheEnd.test(plain);
  while (rest !== '') {
    const said = startsWith(rest, parts);
    if (said === undefined) return undefined;
    ordered ||= !objects.includes(said) && standsIn(said, orders) !== undefined;
    rest = rest.slice(said.length).trimStart();
  }
  return ordered ? 'orders' : request === undefined ? 'agrees' : undefined;
}

export function consents(text: string): boolean {
  return consentIn(text) === 'orders';
}
