/** Looks for words of a list beside a place in a sentence. */
import { memoizeByObject } from '../../commerce/base/memoize.ts';

const longestFirst = memoizeByObject((list: readonly string[]) =>
  [...list].sort((a, b) => b.length - a.length),
);

/** @returns the longest of the list that the text ends with, as whole words */
export function endsWith(text: string, list: readonly string[]): string | undefined {
  const padded = ` ${text.trimEnd()}`;
  return longestFirst(list).find((words) => padded.endsWith(` ${words}`));
}

/** @returns the longest of the list that the text begins with, as whole words */
export function startsWith(text: string, list: readonly string[]): string | undefined {
  const padded = `${text.trimStart()} `;
  return longestFirst(list).find((words) => padded.startsWith(`${words} `));
}

/** @returns the longest of the list that stands in the text, as whole words */
export function standsIn(text: string, list: readonly string[]): string | undefined {
  const padded = paddedForSearch(text);
  return candidates(padded, list)
    .filter((words) => padded.includes(` ${words} `))
    .sort((a, b) => b.length - a.length)[0];
}

/** For those who look for many lists in one text. */
export function paddedForSearch(text: string): string {
  return ` ${text.replaceAll(/[,;.!?\s]+/g, ' ').trim()} `;
}

export function anyStandsIn(padded: string, list: readonly string[]): boolean {
  return candidates(padded, list).some((words) => padded.includes(` ${words} `));
}

/** Those of a list that begin with a word of the text: few of many. */
function candidates(padded: string, list: readonly string[]): string[] {
  const index = byFirstWord(list);
  const words = new Set(padded.split(' '));
  return [...words].flatMap((word) => index.get(word) ?? []);
}

const byFirstWord = memoizeByObject((list: readonly string[]) =>
  Map.groupBy(list, (words) => words.split(' ')[0] ?? ''),
);
