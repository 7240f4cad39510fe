/** `2`, `the second`, `nr 2`, `trean`: the place in a list that a text speaks of. */
import { readingWords } from '../../locales/reading.ts';
import { numberIn } from './tokens.ts';

const { places, placeWords, single } = readingWords;
/** Words: who says more with a place in it speaks of something else. */
const most = 4;
const the = new Set(['the', 'den', 'det', 'nr', 'take', 'ta', ...placeWords]);

/** @param text normalised. @returns counted from 1, -1 for the last */
export function placeIn(text: string): number | undefined {
  const said = text
    .replaceAll('#', ' nr ')
    .split(/[^\p{L}\p{N}:]+/u)
    .filter(Boolean);
  for (const [at, word] of said.entries()) {
    const isNamed = the.has(said[at - 1] ?? '');
    const isAlone = said.length <= most && !single.includes(word);
    if (/^\d{1,2}$/.test(word)) {
      if (placeWords.includes(said[at - 1] ?? '') || said[at - 1] === 'nr' || said.length === 1)
        return Number(word);
      continue;
    }
    const place = Object.hasOwn(places, word) ? places[word] : undefined;
    if (place === undefined) continue;
    const isNumber = numberIn(word) !== undefined;
    if (
      isNumber
        ? said.length === 1 || placeWords.includes(said[at - 1] ?? '')
        : isNamed || isAlone || at === 0
    )
      return place;
  }
  return undefined;
}
