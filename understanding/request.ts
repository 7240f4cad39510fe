/** Whether a question is a request: `could you move us to E3?` asks for nothing to be told. */
import { readingWords as words } from '../locales/reading.ts';
import { withoutPoliteness } from './phrases.ts';
import { anyStandsIn, paddedForSearch, startsWith } from './reading/lexicon.ts';
import { normalise } from './reading/normalise.ts';
import { speaksOfPlan } from './reading/plans.ts';
import { saysAmounts, understand } from './understand.ts';

const clauses = /(?<=[.!?:;\n])\s+|,\s+|\n/u;

/** `four more than that` compares nothing. */
const thanNow =
  / (?:more than (?:that|this|now|today|shown)|(?:fler|mer) än (?:så|nu|idag|det|i dag))(?![\p{L}])/gu;

/** @param asks whether a clause asks something, by its form */
export function isRequest(text: string, asks: (clause: string) => boolean): boolean {
  const padded = paddedForSearch(normalise(text).replaceAll(thanNow, ' more'));
  if (anyStandsIn(padded, words.doubts)) return false;
  if (!anyStandsIn(padded, words.wishes) && !anyStandsIn(padded, words.requestVerbs)) return false;
  const asking = text
    .replaceAll(/\p{Extended_Pictographic}/gu, '')
    .split(clauses)
    .filter((clause) => clause.trim().endsWith('?') || asks(clause));
  return asking.every(
    (clause) => requests(clause) || wishesByMark(clause, asks) || isAmount(clause, asks),
  );
}

/** `can we have Premium for 26, month by month?` */
function isAmount(clause: string, asks: (clause: string) => boolean): boolean {
  const told = clause.replaceAll('?', '');
  return !asks(told) && (saysAmounts(understand(told)) || speaksOfPlan(told));
}

/** `my boss said we need Premium?` */
function wishesByMark(clause: string, asks: (clause: string) => boolean): boolean {
  const told = clause.replaceAll('?', '');
  return !asks(told) && anyStandsIn(paddedForSearch(normalise(told)), words.wanting);
}

function requests(clause: string): boolean {
  const plain = normalise(clause);
  const ways = clause.includes('?') ? words.requests : [...words.requests, ...words.modals];
  const rest = withoutPoliteness(plain);
  // What is left of `could you …` once that is taken as politeness.
  const isPolite = rest !== plain && startsWith(rest, [...words.wishes, ...words.requestVerbs]);
  return startsWith(plain, ways) !== undefined || Boolean(isPolite);
}
