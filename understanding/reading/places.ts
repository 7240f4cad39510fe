/** `2`, `the second`, `nr 2`, `trean`: the place in a list that a text speaks of. */
import { readingWords } from '../../locales/reading.ts';
import { endsWith } from './lexicon.ts';
import { numberIn } from './numbers/tokens.ts';

const { places, placeWords, notPlaced, single, pointers, negations, corrections } = readingWords;
/** Words: who says more with a place in it speaks of something else. */
const most = 4;
const the = new Set([...pointers, ...placeWords]);

/** @param text normalised. @returns counted from 1, -1 for the last; undefined for none or several */
export function placeIn(text: string): number | undefined {
  // `+5` is so many more.
  if (/^[-+]\s*\d/.test(text)) return undefined;
  const said = text
    .replaceAll('#', ' nr ')
    .split(/[^\p{L}\p{N}:]+/u)
    .filter(Boolean);
  let meant: number[] = [];
  for (const [at, word] of said.entries()) {
    const place = placeAt(said, at, word);
    if (place === undefined) continue;
    const before = said
      .slice(0, at)
      .join(' ')
      .replace(/ (?:the|den|det|nr|number|nummer)$/, '');
    if (endsWith(before, corrections)) meant = [];
    if (!endsWith(before, negations)) meant.push(place);
  }
  const [only] = meant;
  return new Set(meant).size === 1 ? only : undefined;
}

/** `2 and 5 side by side`: whether several places are spoken of. @param text normalised */
export function speaksOfPlaces(text: string): boolean {
  const said = text.split(/[^\p{L}\p{N}:]+/u);
  return said.filter((word) => /^\d$/.test(word) || Object.hasOwn(places, word)).length > 1;
}

function placeAt(said: readonly string[], at: number, word: string): number | undefined {
  const before = said[at - 1] ?? '';
  const isNumbered = said.length === 1 || placeWords.includes(before) || before === 'nr';
  if (/^\d{1,2}$/.test(word)) return isNumbered ? Number(word) : undefined;
  const place = Object.hasOwn(places, word) ? places[word] : undefined;
  if (place === undefined || notPlaced.includes(said[at + 1] ?? '')) return undefined;
  if (numberIn(word) !== undefined) return isNumbered ? place : undefined;
  const isAlone = said.length <= most && !single.includes(word);
  return the.has(before) || isAlone || at === 0 ? place : undefined;
}
