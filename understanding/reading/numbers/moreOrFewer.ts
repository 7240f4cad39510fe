/** Whether a number says how many more, or how many fewer. */
import { readingWords as words } from '../../../locales/reading.ts';
import { endsWith, startsWith } from '../lexicon.ts';
import { withoutLicences } from './licenceWords.ts';

/** Words between a verb and its `by`. */
const reach = 5;

/** `add still 5`, `lägg gärna till 5` */
const fillers =
  / (?:a|an|en|ett|still|also|just|only|maybe a|us|me|my|our|the|please|pls|gärna|även|också|bara)$/;

export function isMore(before: string, after: string): boolean {
  const whole = before.replace(fillers, '');
  if (endsWith(whole, words.moreBefore) || isBy(before, words.moreVerbs)) return true;
  const rest = withoutLicences(after);
  const more = startsWith(rest, words.moreAfter);
  // `30 till premium`: to; `30 till`: more.
  if (more !== 'till') return more !== undefined;
  const next = rest.slice(more.length).trimStart();
  return /^(?:$|[,.!?)&+])/.test(next) || startsWith(next, words.afterTill) !== undefined;
}

export function isFewer(before: string, after: string): boolean {
  return (
    endsWith(before, words.fewerBefore) !== undefined ||
    isBy(before, words.fewerVerbs) ||
    startsWith(withoutLicences(after), words.fewerAfter) !== undefined
  );
}

/** More are hardly said to be so many too many. */
const mostTooMany = 20;

/** `two short`, `3 too many`, and not `30 too many`. */
export function isOffBy(value: number, after: string): boolean {
  const rest = withoutLicences(after);
  return value < mostTooMany && (isTooMany(after) || startsWith(rest, words.tooFew) !== undefined);
}

export function isTooMany(after: string): boolean {
  return startsWith(withoutLicences(after), words.tooMany) !== undefined;
}

/** Whether it speaks of more or fewer at all. */
export function saysMoreOrFewer(before: string, after: string): boolean {
  return isMore(before, after) || isFewer(before, after);
}

const adding = /(?:add|adding|plus|and|with|need|throw in) (?:in )?another$/;

/** `one more`, and not `one more question` */
export function isOneMore(before: string, after: string): boolean {
  const rest = withoutLicences(after);
  const more = startsWith(rest, words.moreAfter) ?? startsWith(rest, words.fewerAfter);
  // `use another one` takes a second thing in place of the first.
  if (rest === after && / another$/.test(` ${before}`) && !adding.test(before)) return false;
  if (more === undefined) return saysMoreOrFewer(before, '') && !startsWith(rest, words.uncounted);
  return saysMoreOrFewer(before, after) && !startsWith(rest.slice(more.length), words.uncounted);
}

/** `up it by 8`, `höj antalet med 8`. */
function isBy(before: string, verbs: readonly string[]): boolean {
  const said = before.split(' ');
  if (!words.by.includes(said.at(-1) ?? '')) return false;
  return said.slice(-1 - reach, -1).some((word) => verbs.includes(word));
}
