/** The words that our lists are made of: what is typed is held against them. */
import { locales, localiser } from '../../../locales/localiser.ts';
import { readingWords } from '../../../locales/reading.ts';
import { wordsOf } from '../../../locales/words.ts';

function wordsInside(lists: unknown): string[] {
  if (typeof lists === 'string') return [lists];
  if (typeof lists !== 'object' || lists === null) return [];
  const names = Array.isArray(lists) ? [] : Object.keys(lists);
  return [...names, ...Object.values(lists).flatMap(wordsInside)];
}

const ours = locales.flatMap((locale) => {
  const { ignored, asking, names } = wordsOf[locale];
  const phrases = localiser(locale)
    .keys('phrases.')
    .flatMap((key) => localiser(locale).list(key));
  return [...ignored, ...asking, ...names, ...phrases];
});
const { spoken: _spoken, chatter: _chatter, ...lists } = readingWords;

/** Of one word or several, in lower case. */
export const sayings: readonly string[] = [...wordsInside(lists), ...ours].map((words) =>
  words.toLowerCase(),
);

export const vocabulary: ReadonlySet<string> = new Set(
  sayings.flatMap((words) => words.split(/[^\p{L}]+/u)).filter(Boolean),
);

/** Two words that stand beside each other in a saying. */
export const pairs: ReadonlySet<string> = new Set(
  sayings.flatMap((saying) => {
    const words = saying.split(/[^\p{L}]+/u).filter(Boolean);
    return words.slice(1).map((word, at) => `${words[at]} ${word}`);
  }),
);
