/** `2`, `the second`, `nr 2`, `trean`: the place in a list that a text speaks of. */
import { readingWords } from '../../locales/reading.ts';
import { beginsAsQuestion } from './asking.ts';
import { endsWith, standsIn } from './lexicon.ts';
import { normalise } from './normalise.ts';
import { numberIn } from './numbers/tokens.ts';

const {
  cheapest,
  dearest,
  placeFillers,
  places,
  placeWords,
  notPlaced,
  single,
  pointers,
  negations,
  corrections,
  recommended,
} = readingWords;
/** Words: who says more with a place in it speaks of something else. */
const most = 4;
/** Words: `nej, fyran` is a place wherever it stands in no more of them. */
const longest = 13;
/** No list has so many plans: `third option, 30 of them`. */
const longestList = 20;
const fillers = new Set(placeFillers.flatMap((word) => word.split("'")));
const the = new Set([...pointers, ...placeWords]);

/** `2, month to month`, `3 but with 30 people` */
const atFirst = /^([1-9])(?:[,;] | (?:but|with|men|med|fast) )(?!\d)/u;

/** @param text normalised. @returns counted from 1, -1 for the last; undefined for none or several */
export function placeIn(text: string): number | undefined {
  // `+5` is so many more.
  if (/^[-+]\s*\d/.test(text)) return undefined;
  if (/\bfrom the bottom\b| nerifrån\b/u.test(text)) return undefined;
  const [, first] = atFirst.exec(text) ?? [];
  if (first) return Number(first);
  const said = text
    .replaceAll('#', ' nr ')
    .replaceAll(/ from the top\b| uppifrån\b/gu, '')
    .replaceAll(/\bno\. ?(?=[1-9]\b)/g, 'nr ')
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

/** `the recommended one`. @param text normalised */
export function saysRecommended(text: string): boolean {
  const said = standsIn(text, recommended);
  if (said === undefined || beginsAsQuestion(text)) return false;
  return !endsWith(text.slice(0, text.indexOf(said)), negations);
}

/** Whether one place in a list is spoken of. @param text as typed */
export function saysPlace(text: string): boolean {
  return placeIn(normalise(text)) !== undefined;
}

/** `2 and 5 side by side`: whether several places are spoken of. @param text normalised */
export function speaksOfPlaces(text: string): boolean {
  if (endsIn(text)) return true;
  const said = text.split(/[^\p{L}\p{N}:]+/u);
  return said.filter((word) => /^\d$/.test(word) || Object.hasOwn(places, word)).length > 1;
}

/** `the three dearest`: so many from one end of the list. @param text normalised */
export function endsIn(text: string): { many: number; isCheap: boolean } | undefined {
  const said = text.split(/[^\p{L}\p{N}]+/u);
  for (const [at, word] of said.entries()) {
    const many = /^\d$/.test(word) ? Number(word) : numberIn(word);
    const end = said[at + 1] ?? '';
    const isCheap = cheapest.includes(end);
    if (many !== undefined && many > 1 && many < most && (isCheap || dearest.includes(end))) {
      return { many, isCheap };
    }
  }
  return undefined;
}

/** `what is different in 2`: the place that a part of a comparison speaks of. @param text normalised */
export function onlyPlaceIn(text: string): number | undefined {
  const found = text
    .split(/[^\p{L}\p{N}:]+/u)
    .flatMap((word) =>
      /^\d$/.test(word) ? [Number(word)] : Object.hasOwn(places, word) ? [places[word]] : [],
    );
  return found.length === 1 ? found[0] : undefined;
}

const onPage = /(?:\b(?:on|from|of|på|från)\s+)?\b(?:page|sida|sidan)\s+([\p{L}\d]+)/u;

/** `the one on page two`: the page, and what is said besides. @param text normalised */
export function pageIn(text: string): { page: number; rest: string } | undefined {
  const [whole, word = ''] = onPage.exec(text) ?? [];
  const page = /^\d$/.test(word) ? Number(word) : numberIn(word);
  if (whole === undefined || page === undefined || !Number.isInteger(page)) return undefined;
  return { page, rest: text.replace(whole, ' ').trim() };
}

/** Whether something of a list is meant: `the one`, `den sista`. */
export function pointsAtOne(text: string): boolean {
  const said = text.split(/[^\p{L}\p{N}:]+/u);
  return said.some((word) => the.has(word) || Object.hasOwn(places, word));
}

function placeAt(said: readonly string[], at: number, word: string): number | undefined {
  const before = said[at - 1] ?? '';
  const isNumbered = said.length === 1 || placeWords.includes(before) || before === 'nr';
  const isFilled = () => !single.includes(word) && hasFillersAlone(said, at);
  if (/^\d{1,2}$/.test(word) && Number(word) > longestList) return undefined;
  if (/^\d{1,2}$/.test(word)) return isNumbered || isFilled() ? Number(word) : undefined;
  const place = Object.hasOwn(places, word) ? places[word] : undefined;
  if (place === undefined || notPlaced.includes(said[at + 1] ?? '')) return undefined;
  if (numberIn(word) !== undefined) return isNumbered || isFilled() ? place : undefined;
  const asks = beginsAsQuestion(said.join(' '));
  if (
    !asks &&
    said.length <= longest &&
    /^(?:ettan|tvåan|trean|fyran|femman|sexan|\d:?an)$/.test(word)
  )
    return place;
  const isAlone = said.length <= most && !single.includes(word);
  return the.has(before) || isAlone || at === 0 ? place : undefined;
}

/** `I take 3`, `2 please` */
function hasFillersAlone(said: readonly string[], at: number): boolean {
  return said.every((word, nth) => nth === at || fillers.has(word));
}
