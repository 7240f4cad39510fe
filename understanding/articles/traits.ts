/** What texts are compared by: their words, what these mean, pairs of them, and letters in a row. */

import { lettersOf } from '../wordsIn.ts';
import { meaningOf } from './synonyms.ts';

export interface Trait {
  name: string;
  weight: number;
}

const weights = { word: 0.8, meaning: 0.8, pair: 0.8, letters: 0.45 };
const beginning = '^';

/** Those of a word by itself. */
export function traitsOfWord(word: string): Trait[] {
  const meaning = meaningOf(word);
  return [
    { name: word, weight: weights.word },
    ...(meaning === word ? [] : [{ name: `=${meaning}`, weight: weights.meaning }]),
    ...lettersOf(word).map((letters) => ({ name: `~${letters}`, weight: weights.letters })),
  ];
}

/** What each word means, after what the one before it does. */
export function traitsOfPairs(meanings: readonly string[]): Trait[] {
  return meanings.map((meaning, at) => ({
    name: `${meanings[at - 1] ?? beginning} ${meaning}`,
    weight: weights.pair,
  }));
}
