/** Words that are taken for each other: `colleagues` and `staff` are users. */
import { locales } from '../../locales/localiser.ts';
import { wordsOf } from '../../locales/words.ts';
import { wordsIn } from '../wordsIn.ts';

/** Letters that a word may have after the one of its group, and that the latter must have then. */
const longestEnding = 3;
const shortestStem = 4;
/** How large a number is tells more than the number. */
const sizes = [1000, 300, 50, 1];

const groups = locales.flatMap((locale) => wordsOf[locale].same);
const heads = new Map(
  groups.flatMap((group) => {
    const words = group.flatMap(wordsIn);
    return words.map((word): [word: string, head: string] => [word, words[0] ?? word]);
  }),
);

/** The word that stands for a group, for each of its words; another word stands for itself. */
export function meaningOf(word: string): string {
  if (/^\d+$/.test(word)) return `#${sizes.find((size) => Number(word) >= size) ?? 0}`;
  const shortest = Math.max(shortestStem, word.length - longestEnding);
  for (let length = word.length; length >= shortest; length--) {
    const head = heads.get(word.slice(0, length));
    if (head !== undefined) return head;
  }
  return heads.get(word) ?? word;
}
