/** Looks for words of a list beside a place in a sentence. */
import { memoizeByObject, memoizeLast } from '../../commerce/base/memoize.ts';

const longestFirst = memoizeByObject((list: readonly string[]) =>
  [...list].sort((a, b) => b.length - a.length),
);

/** @returns source of a regular expression that finds any of the list, the longest first */
export function anyOf(list: readonly string[]): string {
  return longestFirst(list)
    .map((words) => words.replaceAll(/[+&.]/g, '[$&]'))
    .join('|');
}

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
  return allStandingIn(paddedForSearch(text), list).reduce<string | undefined>(
    (longest, words) => (words.length > (longest?.length ?? 0) ? words : longest),
    undefined,
  );
}

/** For those who look for many lists in one text. */
export function paddedForSearch(text: string): string {
  return ` ${text.replaceAll(/[,;.!?\s]+/g, ' ').trim()} `;
}

export function anyStandsIn(padded: string, list: readonly string[]): boolean {
  return allStandingIn(padded, list).length > 0;
}

/** @returns those of the list that stand in the text, as whole words */
export function allStandingIn(padded: string, list: readonly string[]): string[] {
  const index = byFirstWord(list);
  const standing: string[] = [];
  for (const word of wordsOf(padded)) {
    // Few of many begin with a word of the text.
    for (const words of index.get(word) ?? []) {
      if (padded.includes(` ${words} `)) standing.push(words);
    }
  }
  return standing;
}

const wordsOf = memoizeLast((padded) => [...new Set(padded.trim().split(' '))]);

const byFirstWord = memoizeByObject((list: readonly string[]) =>
  Map.groupBy(list, (words) => words.split(' ')[0] ?? ''),
);

/** @returns the place after the longest of the list that begins at `at`, undefined when none does */
export type Places = (said: readonly string[], at: number) => number | undefined;

export function wordsAt(list: readonly string[]): Places {
  const byFirst = Map.groupBy(
    list.map((words) => words.split(' ')).sort((a, b) => b.length - a.length),
    ([first]) => first,
  );
  return (said, at) => {
    const here = byFirst
      .get(said[at])
      ?.find((words) => words.every((word, nth) => said[at + nth] === word));
    return here && at + here.length;
  };
}
