/** The parts of a message that says two things: a wish and a question, a command and a wish. */
import type { Intent } from '../locales/intents.ts';
import { readingWords } from '../locales/reading.ts';
import { likelyIntents, sure } from './intents/meant.ts';
import { heardBesideOrder } from './parts/besideOrder.ts';
import { type Kind, kindOf } from './parts/kindOf.ts';
import { ordersIn } from './parts/ordersIn.ts';
import { withSecondWish } from './parts/secondWish.ts';
import { match } from './phrases.ts';
import { isAsked } from './questionKind.ts';
import { anyOf, anyStandsIn, paddedForSearch, startsWith } from './reading/lexicon.ts';
import { mentionsIn } from './reading/mentions.ts';
import { normalise } from './reading/normalise.ts';
import { asksInParts } from './reading/patterns/patterns.ts';
import { placeIn } from './reading/places.ts';
import { plansNamed, speaksOfPlan } from './reading/plans.ts';
import { unreported } from './reading/quotations.ts';
import { saysAmounts, understand } from './understand.ts';
import { isWish } from './wish.ts';

const {
  asksFirst,
  asksNot,
  conditions,
  hesitations,
  partCommands,
  partJoints,
  partStarts,
  tellings,
} = readingWords;
const start = `(?=(?:${anyOf([...partStarts, ...asksFirst])})(?![\\p{L}\\d']))(?!(?:${anyOf(asksNot)})(?![\\p{L}']))(?!what (?:we|i) (?:now |really )?(?:want|need))(?!what (?:\\S+ ){1,4}(?:wants?|needs?|like|after|for) is )(?!do (?!we |i |you |they |users |the |our |my |all |it |people )\\S+(?: [^\\s?]+){0,2}[.!]*$)`;
/** After a sentence, but not after `no. 4`; before `and how …`, `, when …`, `and tell me where …`. */
const between = new RegExp(
  [
    String.raw`(?<=[.!?])(?<!(?<!\p{L})(?:no|nr|tel|ca|kl|inkl|incl|exkl|excl|ex|resp|approx|max|min|vs|dnr|ev|etc|osv)\.)\s+`,
    String.raw`[,;.]?\s+(?:${anyOf(partJoints)}),?\s+(?:(?:${anyOf(tellings)})\s+)?${start}`,
    String.raw`(?:[,;:]|\s[–—-])\s*(?:(?:${anyOf(partJoints)})\s+)?(?:(?:${anyOf(tellings)})\s+)?${start}`,
    // `Premium for 30, only tell me whether …`
    String.raw`[,;.]?\s+(?:${anyOf([...partJoints, ...readingWords.besideWishes])}),?\s+(?=(?:${anyOf(tellings)})\s+(?:if|whether|om|ifall)\s)`,
    String.raw`[,;]?(?<!\s(?:ni|du|vi|man|det|you|we|it|they|there|kostar|ingår|skiljer|betyder))\s+(?:[–—-]\s+)?(?:and then|and also|btw|by the way|also|och sen|och dessutom|dessutom|och sedan|förresten)[:,]?\s+`,
    String.raw`[,;]?(?<!\s(?:somebody|someone|anybody|anyone))\s+(?:and then|and|then|also|plus|och|o|å|sen|men|samt|n)\s+(?:(?:please|pls|kindly|snälla|gärna)\s+)?(?=(?:${anyOf(partCommands)})\s)`,
    // `Premium, it's 22 each, right?`
    String.raw`,\s+(?=[^,?]*,?\s(?:right|correct|yes|eller hur|va|visst)\?)`,
  ].join('|'),
  'iu',
);

/** `Dunno, which of these has Intune` */
const hesitation = new RegExp(`^\\s*(?:(?:${anyOf(hesitations)})[,.!…-]*\\s+)+${start}`, 'iu');

/** `Premium for 30, ok?` */
const tag = new RegExp(`[,.!]?\\s+(?:${anyOf(readingWords.tags)})\\s*\\?+\\s*$`, 'iu');

/** `Premium has Intune? y/n` */
const yesOrNo =
  /\?*\s*[(]?\b(?:y ?\/ ?n|yes ?\/ ?no|yes or no|ja eller nej|j ?\/ ?n|ja ?\/ ?nej)\b[).?!\s]*$/iu;

const order: readonly Kind[] = [
  'wish',
  'other',
  'cancel',
  'status',
  'withdraw',
  'support',
  'refused',
  'question',
];

/** @returns the whole text, unless its parts are of different kinds that are each heard for themselves */
export function partsOf(typed: string): string[] {
  return heardBesideOrder(ofKinds(typed));
}

function ofKinds(typed: string): string[] {
  if (quotedAndAsked.test(typed)) return [typed];
  const signed = withoutSignature(typed);
  const passedOn = unreported(signed);
  // Who passes on a yes has not said it.
  if (passedOn !== signed && ordersIn(passedOn)) return [typed];
  const padded = paddedForSearch(normalise(passedOn));
  // `Buy five Standard more, we do not change the plan` is one wish that is not ours.
  const isRefused = understand(passedOn).refused && anyStandsIn(padded, readingWords.postpones);
  if (asksInParts(padded) || isRefused) return [passedOn];
  const own = passedOn.replace(hesitation, '');
  const text = withNamed(own.replace(yesOrNo, '?').replace(tag, ''));
  const parts = whole(
    text
      .split(between)
      .map((part) => part.trim())
      .filter(Boolean),
  );
  const apart = heldApart(text);
  if (apart) return apart;
  const { stops, postpones } = understand(text);
  const oneOrTwo = (): string[] =>
    (stops || postpones ? undefined : withSecondWish(text)) ?? [text];
  // `E3 or Premium, which of them is safer?`
  if (parts.length < 2 || asksForOneOf(parts)) return oneOrTwo();
  const held = heldAndAsked(parts);
  if (held) return held;
  const groups = grouped(parts);
  const [only = '', ...others] = new Set(parts.map(kindOf).filter((kind) => kind !== 'other'));
  // `I ordered on Tuesday and my boss knew nothing. Take it back, please.`
  const isTold =
    others.length === 0 && (only === 'withdraw' || (only === 'question' && !isAsked(text)));
  if (isTold && only === 'question' && wantsAsWhole(text)) return [text];
  if (isTold) return [parts.filter((part) => kindOf(part) === only).join(' ')];
  const isInstead = groups.every(({ kind }) => kind === 'cancel' || kind === 'status');
  if ((stops || postpones) && !isInstead) return [text];
  const told = new Set(groups.map(({ kind }) => kind).filter((kind) => kind !== 'other'));
  // `Yes, place it … no, cancel, I meant`: of a yes and what gives up, none is heard alone.
  if (told.has('cancel') && parts.some(ordersIn)) return [text];
  // `no, by the way, 28` corrects; it stops nothing.
  const corrects = told.has('wish') && (parts.some(isBareNo) || parts.slice(1).some(isCorrection));
  if (corrects) return [text];
  return told.size < 2 ? oneOrTwo() : groups.map((group) => group.text);
}

const ofOrders = new Set<Intent>(['withdraw', 'status', 'support']);

/** `The order I placed an hour ago, can you take it back`: what its end asks says less than all of it. */
function wantsAsWhole(text: string): boolean {
  const [first] = likelyIntents(text);
  return first !== undefined && ofOrders.has(first.is) && first.likelihood >= sure;
}

const either = /(?<![\p{L}])(?:or|eller|el|vs|kontra|och|and)(?![\p{L}])/u;

function asksForOneOf([first = '', ...others]: readonly string[]): boolean {
  const isChoice = plansNamed(first) > 1 && either.test(normalise(first));
  return isChoice && !saysAmounts(understand(first)) && others.every((part) => isAsked(part));
}

/** `'Place order', is it paid at once then?` */
const quotedAndAsked = /^\s*['"“‘«„][^'"“”‘’«»„]+['"”’»][,:;]?\s.*\?\s*$/su;

/** Before what is said of ordering, beside a wish. */
const clauseEnds = new RegExp(
  `(?<=[!;]|[\\p{L}\\d]{2}[.])\\s+|[,;]?\\s+(?:${anyOf(readingWords.besideWishes)})\\s+|,\\s+`,
  'iu',
);

/** `M365 E5, but don't order before Friday`: the wish is taken, and nothing is ordered. */
function heldApart(text: string): string[] | undefined {
  const clauses = text.split(clauseEnds).filter(Boolean);
  const held = clauses.filter(forbidsOrder);
  if (held.length === 0 || held.length === clauses.length || isAsked(text)) return undefined;
  const wish = clauses.filter((clause) => !held.includes(clause)).join(', ');
  const { stops, postpones, holds } = understand(wish);
  const wishes =
    isWish(wish) || placeIn(normalise(wish)) !== undefined || saysAmounts(understand(wish));
  return !stops && !postpones && !holds && wishes ? [wish, held.join(', ')] : undefined;
}

function forbidsOrder(clause: string): boolean {
  const said = understand(clause);
  if (speaksOfPlan(clause) || saysAmounts(said)) return false;
  return anyStandsIn(paddedForSearch(normalise(clause)), readingWords.ordersLater);
}

/** `Not yet. Is VAT included?`: what is asked is answered, and nothing goes on. */
function heldAndAsked(parts: readonly string[]): string[] | undefined {
  const isHeld = (part: string): boolean => understand(part).stops || understand(part).postpones;
  const asked = parts.filter((part) => {
    const kind = kindOf(part);
    return !isHeld(part) && (kind === 'status' || (kind === 'question' && isAsked(part)));
  });
  const held = parts.filter((part) => !asked.includes(part));
  return asked.length > 0 && held.some(isHeld) ? [held.join(' '), asked.join(' ')] : undefined;
}

const letterEnd = new RegExp(
  `(?:[,.!]|\\n|\\s[-–])?\\s*(?:${anyOf(readingWords.signatures)})[,.!]?\\s+(?:[/-]\\s*)?\\p{L}[\\p{L}-]+(?:\\s\\p{L}[\\p{L}-]+)?[.!]?\\s*$`,
  'iu',
);

/** Without who wrote it: `Premium for 30. Best regards, Anna`. */
function withoutSignature(text: string): string {
  const rest = text.replace(letterEnd, '').trim();
  const name = /\s(\p{Lu}[\p{L}-]+)[.!]?\s*$/u.test(text);
  const signed = text.slice(rest.length);
  return rest === '' || !name || speaksOfPlan(signed) || /\d/.test(signed) ? text : rest;
}

/** `Is Business Basic there? I'd take that one`: what is asked for is named in the question. */
function withNamed(text: string): string {
  const [, asked = '', rest = ''] = /^([^?]+)\?+\s+([^?]+)$/s.exec(text) ?? [];
  if (!speaksOfPlan(asked) || speaksOfPlan(rest) || saysAmounts(understand(rest))) return text;
  const isMeant = anyStandsIn(paddedForSearch(normalise(rest)), readingWords.anaphora);
  if (!isMeant) return text;
  const names = mentionsIn(asked).mentions.map(({ words }) => words.join(' '));
  const meant = `${rest.replace(/[.!]+$/, '')}: ${names.join(', ')}`;
  return `${meant}. ${asked}?`;
}

function isBareNo(part: string): boolean {
  return match(part, 'cancel') !== undefined && readingWords.corrections.includes(normalise(part));
}

/** `30? No, 31.` */
function isCorrection(part: string): boolean {
  return (
    startsWith(normalise(part).replaceAll(',', ''), readingWords.corrections) !== undefined &&
    saysAmounts(understand(part)) &&
    !isAsked(part)
  );
}

/** `If we pay monthly, are we bound?` is one part. */
function whole(parts: readonly string[]): string[] {
  const joined: string[] = [];
  for (const part of parts) {
    const last = joined.at(-1);
    const isHalf =
      last !== undefined && !/[.!?]$/.test(last) && startsWith(normalise(last), conditions);
    if (isHalf) joined.splice(-1, 1, `${last}, ${part}`);
    else joined.push(part);
  }
  return joined;
}

interface Group {
  kind: Kind;
  text: string;
}

/** What is wished comes first: a question is answered above it. */
function grouped(parts: readonly string[]): Group[] {
  const groups: Group[] = [];
  for (const part of parts) {
    const kind = kindOf(part);
    const last = groups.at(-1);
    if (last && (kind === 'other' || last.kind === 'other' || kind === last.kind)) {
      last.text = `${last.text} ${part}`;
      if (last.kind === 'other') last.kind = kind;
    } else groups.push({ kind, text: part });
  }
  return groups.toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
}
