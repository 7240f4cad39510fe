/** A yes to an order is a clear one, or it is none. */
import { readingWords } from '../../locales/reading.ts';
import {
  allStandingIn,
  anyStandsIn,
  endsWith,
  paddedForSearch,
  standsIn,
  startsWith,
} from './lexicon.ts';
import { normalise } from './normalise.ts';
import { saysWaitInParts, withoutNoHolds } from './patterns.ts';
import { plansNamed, speaksOfPlan } from './plans.ts';
import { withoutSlip } from './spelling/slips.ts';

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
  return begins || waits || denies(text) || deniesYet(text);
}

/** @param text normalised. Whether it asks to wait, or doubts */
export function holds(plain: string): boolean {
  const text = asked(plain);
  return (
    anyStandsIn(paddedForSearch(text), hold) ||
    beginnings.some((words) => text.startsWith(words)) ||
    saysWaitInParts(paddedForSearch(text)) ||
    denies(text) ||
    deniesYet(text)
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

/** Words: who says more of an approval may set a condition. */
const longestApproval = 7;

/** `Lena in finance has approved, place it`: without who agreed, where something else is said. */
function withoutApprovals(plain: string): string {
  const parts = plain.split(/\s*[,.;!]\s*|\s+(?:så|so)\s+/u).filter(Boolean);
  const left = parts.filter((part) => !isApproval(part) && !isReference(part));
  return left.length === 0 || left.length === parts.length ? plain : left.join(', ');
}

/** `PO 4711` */
function isReference(part: string): boolean {
  const named = part.replace(/[\s:#]*\d[\d\s-]*$/, '');
  return named !== part && startsWith(named, readingWords.references) === named;
}

const { weekdays, months } = readingWords;
/** `approved as of 27 November`, `approved on Monday` */
const when = new RegExp(
  String.raw` (?:(?:as of|as from|on|since|per|sedan|den|i) )?(?:\d{4}-\d\d-\d\d|\d{1,2}(?:st|nd|rd|th)?(?: of)? (?:${months.join('|')})|(?:${weekdays.join('|')}))$`,
  'u',
);

function isApproval(told: string): boolean {
  const part = told.replace(when, '');
  if (readingWords.noObjections.includes(part)) return true;
  const padded = paddedForSearch(part);
  return (
    part.split(' ').length <= longestApproval &&
    (endsWith(part, readingWords.approved) !== undefined || isApprovedBy(part)) &&
    startsWith(part, readingWords.conditions) === undefined &&
    !anyStandsIn(padded, negations) &&
    !anyStandsIn(padded, readingWords.halfApproved) &&
    !anyStandsIn(padded, hold)
  );
}

/** `approved by the head of finance`, and not `approved by Friday` */
function isApprovedBy(part: string): boolean {
  const approved = startsWith(part, readingWords.approvedBy);
  const whom = approved === undefined ? '' : part.slice(approved.length);
  const times = [...weekdays, ...months, ...readingWords.laterOn];
  return whom !== '' && !/\d/.test(whom) && !anyStandsIn(paddedForSearch(whom), times);
}

export function consents(text: string): boolean {
  return consentIn(text) === 'orders';
}
