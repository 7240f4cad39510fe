/** The words that our lists are made of: what is typed is held against them. */
import { once } from '../../../commerce/base/memoize.ts';
import { locales, localiser } from '../../../locales/localiser.ts';
import { readingWords } from '../../../locales/reading.ts';
import { wordsOf } from '../../../locales/words.ts';

/** @returns all words of lists within lists, and the names of those that have one */
export function wordsInside(lists: unknown): string[] {
  if (typeof lists === 'string') return [lists];
  if (typeof lists !== 'object' || lists === null) return [];
  const names = Array.isArray(lists) ? [] : Object.keys(lists);
  return [...names, ...Object.values(lists).flatMap(wordsInside)];
}

/** @param isHeard whether the phrases under a key count. @returns what stands outside of the lists for reading */
export function wordsBeside(isHeard: (key: string) => boolean): string[] {
  return locales.flatMap((locale) => {
    const { ignored, asking, names } = wordsOf[locale];
    const phrases = localiser(locale)
      .keys('phrases.')
      .filter(isHeard)
      .flatMap((key) => localiser(locale).list(key));
    return [...ignored, ...asking, ...names, ...phrases];
  });
}

function listed(): string[] {
  const { spoken: _spoken, chatter: _chatter, ...lists } = readingWords;
  return [...wordsInside(lists), ...wordsBeside(() => true)];
}

export interface Vocabulary {
  /** Of one word or several, in lower case. */
  sayings: readonly string[];
  words: ReadonlySet<string>;
  /** Two words that stand beside each other in a saying. */
  pairs: ReadonlySet<string>;
}

export const vocabulary = once((): Vocabulary => {
  const sayings = listed().map((words) => words.toLowerCase());
  const split = sayings.map((saying) => saying.split(/[^\p{L}]+/u).filter(Boolean));
  const pairs = split.flatMap((words) => words.slice(1).map((word, at) => `${words[at]} ${word}`));
  return { sayings, words: new Set(split.flat()), pairs: new Set(pairs) };
});
