/** Where a text wishes to be bound by nothing, in whatever words: `free to leave each month`, `not be stuck for a year`. */
import { readingWords as words } from '../../locales/reading.ts';
import { type Places, wordsAt } from './lexicon.ts';
import { numberIn } from './numbers/tokens.ts';

/** Words between the two that make such a wish. */
const reach = 5;

const wishes: readonly { first: Places; second: Places; isBetween(word: string): boolean }[] = [
  {
    first: wordsAt(words.leaving),
    second: wordsAt(words.atWill),
    isBetween: (word) => words.leavingFillers.includes(word),
  },
  {
    first: wordsAt([...words.negations, ...words.unwilling]),
    second: wordsAt(words.bound),
    isBetween: (word) => !words.clauseBreaks.includes(word) && !apart.has(word) && !isMany(word),
  },
];
/** Who is not sure of it does not refuse it. */
const apart = new Set([',', '#', ...words.unsettled]);

/** Twelve months are a year. */
const aYear = 12;

/** `no three year deal` refuses the three years. */
function isMany(word: string): boolean {
  const value = /^\d+$/.test(word) ? Number(word) : numberIn(word);
  return value !== undefined && value !== 1 && value !== aYear;
}

/** @param said words. @returns where such wishes stand among them */
export function freedomIn(said: readonly string[]): { from: number; to: number }[] {
  const found: { from: number; to: number }[] = [];
  for (let at = 0; at < said.length; at++) {
    const to = endOfWish(said, at);
    if (to === undefined) continue;
    found.push({ from: at, to });
    at = to - 1;
  }
  return found;
}

function endOfWish(said: readonly string[], at: number): number | undefined {
  for (const { first, second, isBetween } of wishes) {
    const start = first(said, at);
    if (start === undefined) continue;
    for (let next = start; next <= start + reach && next < said.length; next++) {
      const end = second(said, next);
      if (end !== undefined) return end;
      if (!isBetween(said[next] ?? '')) break;
    }
  }
  return undefined;
}
