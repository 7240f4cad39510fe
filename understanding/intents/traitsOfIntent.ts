/** What tells one intent from another: the words of a text, pairs of them, and letters in a row. */
import { lettersOf, wordsIn } from '../wordsIn.ts';

const [beginning, end, number, asked] = ['^', '$', '#', '?'];

/** @param text as typed. @returns each trait once */
export function traitsOfIntent(text: string): string[] {
  const words = wordsIn(text).map((word) => (/^\d+$/.test(word) ? number : word));
  const traits = new Set<string>();
  for (const [at, word] of words.entries()) {
    traits.add(word);
    traits.add(`${words[at - 1] ?? beginning} ${word}`);
    for (const letters of lettersOf(word)) traits.add(`~${letters}`);
  }
  if (words.length > 0) traits.add(`${words.at(-1)} ${end}`);
  if (text.trimEnd().endsWith(asked)) traits.add(asked);
  return [...traits];
}
