/** Where a text speaks of a way to pay, and where it rules that one out. */
import { readingWords as words } from '../../locales/reading.ts';
import { freedomIn } from './freedom.ts';
import { allStandingIn, anyStandsIn, endsWith, startsWith } from './lexicon.ts';
import { normalise } from './normalise.ts';
import { numberIn } from './numbers/tokens.ts';
import { inKnownWords, leavesOpen } from './patterns/patterns.ts';
import { type Family, familyOf, mended, phrases } from './spelling/wordsOfTerms.ts';

export interface Said {
  family: Family;
  isRuledOut: boolean;
  /** Where it stands in what is left of the text. */
  at: number;
  end: number;
  /** It tells how long, and may tell how often as well. */
  lasts: boolean;
  /** `month by month`: it tells how often as well. */
  isRhythm: boolean;
  /** `per year`: it tells how often alone. */
  isOften: boolean;
}

const rhythms = new Set(words.rhythms);
/** These are points in time as well: `in a month`. */
const duration = /^(?:\S+ ){0,3}(?:months?|years?|yrs?|mo|mån|månad|månader|år)$/;

const often = /^(?:per|every|each|once) /;

/** @returns in their order; in `rest` of the text they are `#`. `isOpen` where several are named and none is taken */
export function waysIn(text: string): { said: Said[]; rest: string; isOpen: boolean } {
  const plain = ` ${normalise(text)
    .replaceAll(/\bp[./] ?a\b/g, 'per annum')
    .replaceAll(/\/ ?(yr|year|mo|mth|month)\b/g, ' per $1')
    .replaceAll(/\s*[-–/=]\s*/g, ' ')
    .replaceAll(/[,;.!?()":]+/g, ' , ')
    .replaceAll(/\s+/g, ' ')} `;
  let rest = mended(inKnownWords(plain));
  const found: { phrase: string; at: number; family?: Family | undefined }[] = [];
  for (const { at, phrase } of freedoms(rest)) {
    found.push({ phrase, at, family: 'monthToMonth' });
    rest = taken(rest, at, phrase);
  }
  for (const phrase of allStandingIn(rest, phrases).sort(byWeight)) {
    let from = 0;
    for (let at = rest.indexOf(` ${phrase} `); at >= 0; at = rest.indexOf(` ${phrase} `, from)) {
      from = at + 1;
      if (isCounted(phrase, rest.slice(0, at), rest.slice(at + 1 + phrase.length))) continue;
      found.push({ phrase, at: at + 1 });
      rest = taken(rest, at + 1, phrase);
    }
  }
  const said: Said[] = [];
  for (const { phrase, at, family = familyOf.get(phrase) } of found.sort((a, b) => a.at - b.at)) {
    const end = at + phrase.length;
    const [before, after] = [rest.slice(0, at), rest.slice(end)];
    if (family === 'monthToMonth' && ofOthers.test(after.trimStart())) continue;
    if (!family || isPrice(before) || isTime(phrase, before, after)) continue;
    // `annual report attached`
    if (words.attributes.includes(phrase) && startsWith(after, words.events)) continue;
    if (isToday(before, after) || isOfRefused(phrase, before, said.at(-1))) continue;
    const way = {
      ...{ family, at, end, lasts: duration.test(phrase), isRhythm: rhythms.has(phrase) },
      isOften: often.test(phrase),
      isRuledOut: isRuledOut(phrase, before, after, said.at(-1)),
    };
    const isDeal = before.endsWith(' utan ') && deals.test(phrase);
    said.push(refusesToBeBound(way, isDeal, after) ? { ...way, ...free } : way);
  }
  return { said, rest, isOpen: leavesOpen(plain) };
}

/** `not stuck on Standard`, `not tied to Tom's old plan` */
const ofOthers =
  /^(?:on|to|in|with|for|i|på|vid|till|med|kvar i|kvar på|fast i|fast på) (?:[^ ,#]+ ){0,2}(?:standard|plan|planen|interns?|praktikant\p{L}*|[^ ,]+'s)(?= |$)/u;

function taken(text: string, at: number, phrase: string): string {
  return `${text.slice(0, at)}${'#'.repeat(phrase.length)}${text.slice(at + phrase.length)}`;
}

function freedoms(padded: string): { at: number; phrase: string }[] {
  const said = padded.slice(1, -1).split(' ');
  return freedomIn(said).map(({ from, to }) => ({
    at: said.slice(0, from).reduce((length, word) => length + word.length + 1, 1),
    phrase: said.slice(from, to).join(' '),
  }));
}

/** The longer ones first, but `three year` before the `year contract` that stands behind it. */
function byWeight(a: string, b: string): number {
  const threeYears =
    Number(familyOf.get(b) === 'threeYears') - Number(familyOf.get(a) === 'threeYears');
  return threeYears || b.length - a.length;
}

/** `two year contract`, `24 month term`: a year is one only where it is not counted. */
function isCounted(phrase: string, before: string, after: string): boolean {
  const family = familyOf.get(phrase);
  // `30 month` may be 30 of them, each month.
  const isTerm = family === 'monthly' && startsWith(after, words.termAfter) !== undefined;
  if (family !== 'yearly' && !isTerm) return false;
  if (!Object.hasOwn(words.durations, phrase.split(' ')[0] ?? '')) return false;
  const word = before.slice(before.lastIndexOf(' ') + 1);
  const value = /^\d+$/.test(word) ? Number(word) : numberIn(word);
  return value !== undefined && value !== 1;
}

/** Words: a negation reaches no further. */
const reach = 6;

function isRuledOut(
  phrase: string,
  before: string,
  after: string,
  last: Said | undefined,
): boolean {
  const between = last ? before.slice(last.end) : '';
  if (last?.isRuledOut && /^ (?:or|eller|nor|and|och|&) (?:the |a |per )?$/.test(between))
    return true;
  // `utan årsavtal`, and not `inte månadsvis utan årsavtal`
  if (before.endsWith(' utan ') && deals.test(phrase) && !denied.test(before)) return true;
  const clause = ` ${lastClause(before)} `;
  const noun = startsWith(after, words.wayNouns);
  const behind = noun === undefined ? after : after.trimStart().slice(noun.length);
  // `no commitment whatsoever`
  if (!phrase.startsWith('no ') && startsWith(behind, words.ruledOutAfter)) return true;
  if (behind.startsWith(' , ') && startsWith(behind.slice(3), words.never)) return true;
  if (isOfSame(phrase, between, last)) return true;
  if (anyStandsIn(clause, words.noNegations)) return false;
  if (anyStandsIn(clause, words.negations) || anyStandsIn(clause, words.refusals)) return true;
  // `yearly, no, monthly` corrects.
  const refuses =
    before.endsWith(' , no ') &&
    (last?.family === 'threeYears' || noun !== undefined || endsWith(phrase, words.wayNouns));
  const corrects =
    last !== undefined && !refuses && endsWith(clause, words.corrections) !== undefined;
  // `over three years` says how long.
  const rules = endsWith(before.replace(article, ' '), words.ruledOutBefore);
  return !corrects && rules !== undefined && !(rules === 'over' && duration.test(phrase));
}

/** `not the yearly plan with all upfront` rules out one way to pay. */
function isOfSame(phrase: string, between: string, last: Said | undefined): boolean {
  if (!last?.isRuledOut || /[,#]/.test(between)) return false;
  if (between.split(' ').some((word) => words.clauseBreaks.includes(word))) return false;
  const family = familyOf.get(phrase);
  return family === last.family || (family === 'upfront' && last.family === 'yearly');
}

const article = / (?:an?|the|en|ett|den|det) $/;

/** What stands before a way to pay and belongs to it alone. */
function lastClause(before: string): string {
  const clause: string[] = [];
  for (const word of before.trim().split(' ').reverse().slice(0, reach)) {
    if (/^[,#]|\d/.test(word.replace(/^1$/, '')) || words.clauseBreaks.includes(word)) break;
    clause.unshift(word);
  }
  return clause.join(' ');
}

const deals = /avtal|bindning|kontrakt/u;
const denied = /(?:^| )(?:inte|ej|ingen|inget|inga) /u;

const free = { family: 'monthToMonth', isRuledOut: false } as const;

/** `no yearly contract` rules out more than how often to pay. */
function refusesToBeBound({ family, isRuledOut }: Said, isDeal: boolean, after: string): boolean {
  if (!isRuledOut || family !== 'yearly') return false;
  return isDeal || startsWith(after, words.commitments) !== undefined;
}

/** `500 kr per month` is what it costs. */
function isPrice(before: string): boolean {
  const currency = endsWith(before, words.currencies);
  const amount = currency ? before.trimEnd().slice(0, -currency.length) : '';
  return /\d\S* ?$/.test(amount) || /[$€£] ?[\d.,]+ $/.test(before);
}

/** `we pay yearly today` */
function isToday(before: string, after: string): boolean {
  const [clause, rest = ''] = [` ${lastClause(before)} `, after.split(/[,#]/)[0]];
  if (!anyStandsIn(clause, words.paysNow)) return false;
  return anyStandsIn(`${clause}${rest.trim()} `, words.nowWords);
}

/** `not be tied for a whole year`: the year belongs to what is refused. */
function isOfRefused(phrase: string, before: string, last: Said | undefined): boolean {
  if (last?.family !== 'monthToMonth' || !duration.test(phrase)) return false;
  const between = before.slice(last.end);
  // `no commitment but on a three year deal` says two things.
  if (between.split(' ').some((word) => words.clauseBreaks.includes(word))) return false;
  return /^[^,#]{0,15}$/.test(between);
}

const yearNumber = /^ (?:19|20)\d\d(?!\d)/;

function isTime(phrase: string, before: string, after: string): boolean {
  // `år 2027`
  if (yearNumber.test(after) && /(?:^| )(?:år|year)$/.test(phrase)) return true;
  if (!duration.test(phrase)) return false;
  const clause = ` ${lastClause(before)} `;
  if (endsWith(`${before}${phrase}`, words.moments) || anyStandsIn(clause, words.tales))
    return true;
  if (anyStandsIn(clause, words.bound)) return false;
  return (
    endsWith(before, words.timeBefore) !== undefined ||
    startsWith(after, words.timeAfter) !== undefined
  );
}
