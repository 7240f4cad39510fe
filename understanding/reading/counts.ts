/** Each number of a text, and what it counts, as far as the words around it say. */

import { locales, localiser } from '../../locales/localiser.ts';
import { readingWords as words } from '../../locales/reading.ts';
import { endsWith, startsWith } from './lexicon.ts';
import { type Token, tokensOf } from './tokens.ts';

export interface Counted {
  value: number;
  /**
   * `vague`: one number of licences can't be told. `relative`: so many more. `bare`: nothing is said
   * about it. `other`: of something that is not known.
   */
  is: 'licences' | 'relative' | 'bare' | 'other' | 'vague';
  /** It is said to be the result: `…, so 30`. */
  isTotal?: boolean;
}

/** What is no number of licences for certain is left out: money, dates, references, what was taken back. */
export function countsIn(text: string): Counted[] {
  const tokens = tokensOf(text);
  const places = tokens.flatMap(({ value }, at) => (value === undefined ? [] : [at]));
  return places
    .flatMap((at, nth) => {
      const next = places[nth + 1];
      if (next !== undefined && isTakenBack(tokens, at, next)) return [];
      return counted(tokens, at) ?? [];
    })
    .filter((one) => one.value !== 0 || one.is === 'relative');
}

/** What is said around one number. */
interface Surroundings {
  value: number;
  before: string;
  after: string;
  isWord: boolean;
}

const wordsOfTerms = locales.flatMap((locale) =>
  localiser(locale)
    .list('phrases.terms.monthToMonth')
    .filter((phrase) => !/^\d/.test(phrase)),
);

/** The first rule that fits decides; undefined: it is none of licences. */
const rules: readonly ((around: Surroundings) => Counted['is'] | 'none' | undefined)[] = [
  ({ after, value, isWord }) =>
    isWord && value === 1 && !startsWith(after, words.licences) ? 'none' : undefined,
  ({ before }) => (/^[-−]$/.test(before) ? 'vague' : undefined),
  // Names of products, dates, times, addresses, phone numbers.
  ({ value, after }) =>
    value === 365 && startsWith(after, words.licences) === undefined ? 'none' : undefined,
  ({ value, before }) =>
    (value >= 1000 && /(?:order|beställning)$/.test(before)) ||
    (isYear(value) && / -$/.test(before))
      ? 'none'
      : undefined,
  ({ before, after }) => (/[@\\]$/.test(before) || /^@/.test(after) ? 'none' : undefined),
  ({ before, after }) =>
    /\d [-./] \d+ [-./]$/.test(before) ||
    /^[-./] \d+ [-./] \d/.test(after) ||
    (/\d [-./]$/.test(before) && /^[-./] \d/.test(after))
      ? 'none'
      : undefined,
  ({ before, after }) => (/^: \d\d\b/.test(after) || /\d :$/.test(before) ? 'none' : undefined),
  ({ before, after }) =>
    startsWith(after, words.months) || endsWith(before, words.months) ? 'none' : undefined,
  ({ after }) =>
    /^(?:st|nd|rd|th|:e|:a)\b/.test(after) && !/^st(?: |$)/.test(after) ? 'none' : undefined,
  ({ value, after, isWord }) =>
    !isWord && value > 1_000_000 && !isLicences(after) ? 'none' : undefined,
  ({ before, value }) =>
    endsWith(before, words.currencies) && value !== 0 && !/kr$/.test(before) ? 'none' : undefined,
  ({ after }) => (startsWith(after, words.currencies) ? 'none' : undefined),
  ({ after }) =>
    startsWith(stripped(after), words.otherUnits) && !isLicences(after) && !isTerm(after)
      ? 'none'
      : undefined,
  ({ before }) =>
    endsWith(before.replace(/ [:#.-]$/, ''), words.references) &&
    !endsWith(before, words.quantityBefore)
      ? 'none'
      : undefined,
  ({ value, before, after }) =>
    isYear(value) && !isLicences(after) && endsWith(before, words.dateBefore) ? 'none' : undefined,
  ({ before }) => (endsWith(before, words.owned) ? 'none' : undefined),
  ({ before }) => (/(?:gatan|vägen|gränd|street|road)$/.test(before) ? 'none' : undefined),
  ({ value, before, after }) =>
    (/^- \d/.test(after) && value >= 1000) || /\d{4} -$/.test(before) || /^- \d{4}/.test(after)
      ? 'none'
      : undefined,
  ({ before }) => (endsWith(withoutArticle(before), words.negations) ? 'none' : undefined),
  // Ranges: from one number to another is a change; else nobody knows which.
  ({ before, after }) =>
    isRangeAfter(after) && endsWith(before, words.fromWords) ? 'none' : undefined,
  ({ before, after }) => {
    if (isRangeAfter(after)) return 'vague';
    const range = /(?:^| )(?:(\S+) )?(\d+|\S+) (to|or|till|eller|-|\/|och|and)$/.exec(before);
    if (!range || !isNumberText(range[2])) return undefined;
    return range[1] && words.fromWords.includes(range[1])
      ? 'licences'
      : isRange(range[3])
        ? 'vague'
        : undefined;
  },
  ({ before, after }) =>
    endsWith(before, words.vagueBefore) ||
    startsWith(stripped(after).replace(/^- /, ''), words.vagueAfter)
      ? 'vague'
      : undefined,
  ({ after }) => (/^k\b/.test(after) ? 'vague' : undefined),
  ({ value }) => (Number.isInteger(value) ? undefined : 'vague'),
  ({ value, after }) => (isYear(value) && !isLicences(after) ? 'vague' : undefined),
  ({ before, after }) => (isMore(before, after) || isFewer(before, after) ? 'relative' : undefined),
  ({ before, after }) =>
    isLicences(after) || endsWith(before.replace(/ [:=]$/, ''), words.quantityBefore)
      ? 'licences'
      : undefined,
  ({ after }) =>
    after === '' || /^[,.;:!?()+&×*\d-]/.test(after) || startsWith(after, words.afterNumbers)
      ? 'bare'
      : 'other',
];

function counted(tokens: readonly Token[], at: number): Counted | undefined {
  const { value = 0, is } = tokens[at] ?? {};
  const textOf = (some: readonly Token[]): string => some.map(({ text }) => text).join(' ');
  const before = textOf(tokens.slice(0, at));
  const around = { value, before, after: textOf(tokens.slice(at + 1)), isWord: is === 'word' };
  for (const rule of rules) {
    const found = rule(around);
    if (found === 'none') return undefined;
    if (found === 'relative') {
      return { value: isFewer(before, around.after) ? -value : value, is: found };
    }
    if (found)
      return { value, is: found, isTotal: /(?:^| )(?:so|så|alltså|total|totalt|=)$/.test(before) };
  }
  return undefined;
}

const isYear = (value: number): boolean => value >= 1990 && value < 2100;

const isNumberText = (text = ''): boolean =>
  tokensOf(text).some(({ value }) => value !== undefined);

function isRangeAfter(after: string): boolean {
  const [, word, number] = /^(\S+) (?:maybe |kanske )?(\S+)/.exec(stripped(after)) ?? [];
  return isRange(word) && isNumberText(number);
}

function isRange(word: string | undefined): boolean {
  return word !== undefined && words.rangeWords.includes(word);
}

function isLicences(after: string): boolean {
  return (
    startsWith(stripped(after), words.licences) !== undefined ||
    /^\S*licen[sc]/.test(stripped(after)) ||
    /^(?:\S+ ){1,4}(?:licen[sc]es?|licenser|seats|users|användare)(?: |$)/.test(plansAway(after))
  );
}

/** Up to four words of a plan's name may stand between. */
function plansAway(after: string): string {
  return /^(?:(?:new|nya|business|office|microsoft|365|premium|standard|enterprise|e\d|f\d|of|av|m365|o365|biz|bp)\b ?)+(?:licen|seat|user|anv)/.test(
    after,
  )
    ? after
    : '';
}

/** `30 month to month` says how to pay, not how long. */
function isTerm(after: string): boolean {
  return wordsOfTerms.some((words) => stripped(after).startsWith(words));
}

function isMore(before: string, after: string): boolean {
  if (endsWith(before, words.moreBefore)) return true;
  const rest = withoutLicences(after);
  const more = startsWith(rest, words.moreAfter);
  // `30 till premium`: to; `30 till`: more.
  if (more !== 'till') return more !== undefined;
  return /^till(?:$| [,.!?]| tack| licenser| st| användare| än)/.test(rest);
}

function isFewer(before: string, after: string): boolean {
  return (
    endsWith(before, words.fewerBefore) !== undefined ||
    startsWith(withoutLicences(after), words.fewerAfter) !== undefined
  );
}

function withoutLicences(after: string): string {
  const unit = startsWith(after, words.licences);
  return unit ? after.trimStart().slice(unit.length).trimStart() : after;
}

/** A dash or a bracket between a number and its unit says nothing. */
function stripped(after: string): string {
  return after.replace(/^(?:- )(?=\p{L})/u, '');
}

function withoutArticle(before: string): string {
  return before.replace(/ (?:the|a|an|de|den|just|bara|for|för|to|till|at|on|på)$/, '');
}

/** `25, no, 30` and `28... no wait, 29`: the later one holds. */
function isTakenBack(tokens: readonly Token[], at: number, next: number): boolean {
  const between = tokens
    .slice(at + 1, next)
    .map(({ text }) => text)
    .join(' ');
  if (
    /^(?:licen[sc]es?|licenser|st|users|användare|seats|,|\.|-)?\s*(?:is|are|är)?\s*(?:too (?:many|few)|för (?:många|få))\b/.test(
      between,
    )
  )
    return true;
  const trimmed = between
    .replaceAll(/[,.;:!?-]/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
  return (
    endsWith(trimmed, words.corrections) !== undefined && !startsWith(trimmed, words.rangeWords)
  );
}
