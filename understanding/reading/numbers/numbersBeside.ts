/** What follows a number when another one stands behind it: a change, a range, a place before the number that counts. */
import { readingWords as words } from '../../../locales/reading.ts';
import { anyOf, endsWith, startsWith } from '../lexicon.ts';
import {
  isLicences,
  pastName,
  withoutArticle,
  withoutDash,
  withoutLicences,
} from './licenceWords.ts';
import { tokensOf } from './tokens.ts';

export const isNumberText = (text = ''): boolean =>
  tokensOf(text).some(({ value }) => value !== undefined && value >= 1);

export function isRangeAfter(after: string): boolean {
  const [, word, number] =
    /^(\S+)(?: ?\.)? (?:maybe |kanske )?(\S+)/.exec(withoutDash(after)) ?? [];
  // `qty 64 / 3-year term`
  const isTerm = word === '/' && lasting.test(after);
  return isRange(word) && isNumberText(number) && !isTerm;
}

const lasting = new RegExp(
  `^/ \\S+ (?:- )?(?:${Object.keys(words.durations).join('|')})(?= |$)`,
  'u',
);

export function isRange(word: string | undefined): boolean {
  return word !== undefined && words.rangeWords.includes(word);
}

/** `25 today, but should become 30` */
export function isChanged(after: string): boolean {
  const rest = pastName(withoutLicences(after)).replace(/^, /, '');
  const now = startsWith(rest, words.nowWords);
  const past = (now === undefined ? rest : rest.slice(now.length).trimStart())
    .replace(/^, /, '')
    .replace(/^(?:but|and|men|och) /, '');
  const change = startsWith(past, words.changesTo);
  return change !== undefined && isNumberText(past.slice(change.length).trim().split(' ')[0]);
}

const placeJoint = /^(?:[,;:]|but|with|men|med|fast|på)(?: .*)? (?:\d+) (.*)$/u;

/** `3, but 30 licences`: a place in a list. */
export function isPlaceBefore(after: string): boolean {
  const [, unit] = placeJoint.exec(after) ?? [];
  return unit !== undefined && isLicences(unit);
}

/** `25 and a half`, `25 plus whoever joins`, `30 for each office`, `en trettio stycken`: it is not all that is meant. */
export function isHalfTold(value: number, before: string, after: string): boolean {
  if (/^(?:and|och) (?:a half|half|en halv|ett halvt)\b/.test(after)) return true;
  const rest = pastName(withoutLicences(after));
  const plus = startsWith(rest, words.plus);
  const added = plus === undefined ? '' : rest.slice(plus.length).trimStart();
  if (startsWith(added, words.vaguePlus) !== undefined) return true;
  if (startsWith(rest, words.perPlace) !== undefined) return true;
  return value >= 10 && /(?:^| )en$/.test(before);
}

/** `26 employees and 4 consultants`: both, perhaps. */
export function isSecondGroup(before: string, after: string): boolean {
  const [, first] = /\d+ (\p{L}+) (?:and|och|plus|samt|\+|&)$/u.exec(before) ?? [];
  // `12 vans and 35 staff`
  const isOther = first !== undefined && words.otherUnits.includes(first);
  return first !== undefined && !isOther && /^\p{L}{3}/u.test(after);
}

/** `2 fewer than 30` */
export function isBase(before: string): boolean {
  return /\d+ (?:\p{L}+ )?(?:more|fewer|less|fler|färre|mindre|mer) (?:than|än)$/u.test(before);
}

/** `30 of our 45 employees`: it is only what the other number is taken from. */
export function isOutOf(before: string, after: string): boolean {
  if (startsWith(after, words.staff) === undefined) return false;
  const of = endsWith(before, words.outOf);
  const rest = of === undefined ? '' : before.slice(0, -of.length).trimEnd();
  return isNumberText(rest.split(' ').at(-1));
}

/** `raise it up to 30` */
export function isGoal(before: string): boolean {
  const said = before.split(' ');
  const isUpTo = /(?:^| )(?:up to|upp till)$/.test(before);
  return isUpTo && said.slice(-5, -2).some((word) => words.goalVerbs.includes(word));
}

/** `34 in spring`, `4 have left` */
export function isOfAnotherDay(after: string): boolean {
  const rest = pastName(withoutLicences(after));
  return [after, rest].some(
    (one) => startsWith(one, words.laterOn) ?? startsWith(one, words.leaversAfter),
  );
}

/** `30 or so`, `40 at most` */
export function isVague(after: string): boolean {
  const rest = withoutLicences(after);
  // `Premium 30+`
  if (/^\+(?! ?\d)(?! \p{L}*[^\d]*\d)/u.test(after)) return true;
  return [withoutDash(after).replace(/^- /, ''), rest].some(
    (one) =>
      startsWith(one, words.vagueAfter) || startsWith(one, words.tooManyOrFew) || hadIt.test(one),
  );
}

const having = anyOf(words.having);
const already = anyOf(words.already);
/** `25 have Premium already` */
const hadIt = new RegExp(
  `^(?:(?:${having})(?: [^\\s,.;]+){0,3} (?:${already})|(?:${already}) (?:${having}))(?= |$)`,
  'u',
);

const preferring = new RegExp(
  `(?:^| )(?:${anyOf(words.preferred)})(?: [^\\s,.;]+){1,4} (?:${anyOf(words.than)})$`,
  'u',
);

/** `rather 31 than 29` */
export function isBeaten(before: string): boolean {
  return preferring.test(before);
}

/** `take off the two who retired` */
export function isRemoved(before: string, after: string): boolean {
  const isAway = endsWith(withoutArticle(before), words.removals) !== undefined;
  return isAway && startsWith(after, words.removed) !== undefined;
}
