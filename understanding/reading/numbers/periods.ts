/** Whether a number is an hour of the day, an age, a length of time or the bills of a year, or stands before a way to pay. */
import { locales, localiser } from '../../../locales/localiser.ts';
import { readingWords } from '../../../locales/reading.ts';
import { endsWith } from '../lexicon.ts';
import { isLicences, withoutDash } from './licenceWords.ts';

const ofBills =
  /(?:bill|invoice|payment|faktur|räkning|betalning).* (?:than|än|instead of|istället för|not|inte)$/u;

/** `one bill rather than twelve` */
function isOfBills(value: number, before: string): boolean {
  return value === 12 && ofBills.test(before);
}

const yearsBefore = /(?:year|yr|år)s?(?!\p{L}).* (?:all|alla)$/u;

/** `three years, and all three of them paid now`: those of the term. */
function isAllYears(value: number, before: string, after: string): boolean {
  return (
    value === 3 && yearsBefore.test(before) && /^(?:of them|av dem|av dom)(?!\p{L})/u.test(after)
  );
}

/** Of a day. */
const hours = 24;
const untilThen = /(?: |^)(?:until|kl|klockan|innan kl|efter kl|före kl)$/u;
const awayTill =
  /(?: |^)(?:meeting|out|away|busy|back|here|lunch|calls?|closed|off|free|online|tillbaka|möte|upptagen|borta)(?: again)? (?:till|til|at|by|around|from|runt|vid|från)$/u;

/** `back in 5`: minutes. */
const awayFor = /(?: |^)(?:back|brb|again|there) in$/u;

const onDay = /(?: |^)(?:innan|före|senast|efter|until|till|by|before|after) (?:den|the)$/u;
/** Of a month. */
const days = 31;

/** `in a meeting till 3`, `before the 30` */
function isHour(value: number, before: string, after: string): boolean {
  if (isLicences(after)) return false;
  if (value <= days && onDay.test(before)) return true;
  return (
    value <= hours && (untilThen.test(before) || awayTill.test(before) || awayFor.test(before))
  );
}

/** Bills of a year, years of a term, an hour of the day. */
export function isOfPeriod(value: number, before: string, after: string): boolean {
  return (
    isOfBills(value, before) || isAllYears(value, before, after) || isHour(value, before, after)
  );
}

const wordsOfTerms = locales.flatMap((locale) =>
  localiser(locale)
    .list('phrases.terms.monthToMonth')
    .filter((phrase) => !/^\d/.test(phrase)),
);

/** `30 month to month` says how to pay, not how long. */
export function isTerm(after: string): boolean {
  return wordsOfTerms.some((phrase) => withoutDash(after).startsWith(phrase));
}

/** Years: nobody younger buys licences. */
const leastOfAge = 16;

/** `I'm 74 and no good at this` */
export function isAge(value: number, before: string, after: string): boolean {
  return (
    value >= leastOfAge && endsWith(before, readingWords.ages) !== undefined && !isLicences(after)
  );
}

/** Months. */
const termLengths: readonly number[] = [1, 12, 24, 36];
const durationBefore = new RegExp(
  `\\d (?:${Object.keys(readingWords.durations).join('|')})\\b`,
  'u',
);

/** `36 months is too long, 12 is fine` */
export function isLength(value: number, before: string, after: string): boolean {
  return termLengths.includes(value) && durationBefore.test(before) && !isLicences(after);
}
