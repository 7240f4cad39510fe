/** Whether what follows a number says that it is one of licences. */
import { readingWords as words } from '../../../locales/reading.ts';
import { startsWith } from '../lexicon.ts';
import { nameParts } from '../planWords.ts';
import { withoutSlip } from '../spelling/slips.ts';

const known = new Set(words.licences.filter((word) => /^\p{L}{5,}$/u.test(word)));
/** Words of a plan's name that may stand between. */
const mostBetween = 5;

export function isLicences(after: string): boolean {
  const rest = withoutDash(after);
  if (startsWith(rest, words.licences) !== undefined) return true;
  const [next = ''] = rest.split(' ', 1);
  const isSlip = !words.otherUnits.includes(next) && known.has(withoutSlip(next, known));
  if (/licen[sc]/.test(next) || isSlip) return true;
  return startsWith(pastName(rest), words.licences) !== undefined && pastName(rest) !== rest;
}

/** What is left after words of a plan's name. */
export function pastName(after: string): string {
  const said = after.replace(/^[x×] /, '').split(' ');
  let at = 0;
  while (
    at < mostBetween &&
    (nameParts.has(said[at] ?? '') || words.newOnes.includes(said[at] ?? ''))
  )
    at++;
  return said.slice(at).join(' ');
}

export function withoutLicences(after: string): string {
  const unit = startsWith(after, words.licences);
  return unit ? after.trimStart().slice(unit.length).trimStart() : after;
}

/** A dash between a number and its unit says nothing. */
export function withoutDash(after: string): string {
  return after.replace(/^(?:- )(?=\p{L})/u, '');
}

/** What stands before `the 30`, `for 30`. */
export function withoutArticle(before: string): string {
  return before.replace(/ (?:the|a|an|de|den|just|bara|for|för|to|till|at|on|på)$/, '');
}
