/** What tells one intent from another: the words of a text, pairs of them, and letters in a row. */
import { memoize } from '../../commerce/base/memoize.ts';
import { locales } from '../../locales/localiser.ts';
import { readingWords } from '../../locales/reading.ts';
import { wordsOf } from '../../locales/words.ts';
import { meaningOf } from '../articles/synonyms.ts';
import { lettersOf, wordsIn } from '../wordsIn.ts';

const [beginning, end, number, plan, asked] = ['^', '$', '#', '<plan>', '?'];

const { nicknames, numbers, planWords, single } = readingWords;
const names = new Set(
  [
    ...planWords,
    ...Object.keys(nicknames).filter((name) => !name.includes(' ')),
    ...locales.flatMap((locale) => wordsOf[locale].names),
  ].flatMap(wordsIn),
);
/** They are number words as well. */
const noNumbers = new Set([...single, 'half', 'halva', 'halvt'].flatMap(wordsIn));
const tens = Object.keys(numbers).filter((word) => (numbers[word] ?? 0) >= 20);
const digits = Object.keys(numbers).filter((word) => (numbers[word] ?? 10) < 10);
const numberWords = new Set(
  [...Object.keys(numbers), ...tens.flatMap((ten) => digits.map((digit) => ten + digit))]
    .map((word) => word.normalize('NFKD').replaceAll(/\p{M}/gu, ''))
    .filter((word) => !noNumbers.has(word)),
);

/** Which plan it is, and how many, tells nothing of what is wanted. */
function kindOf(word: string): string {
  if (names.has(word)) return plan;
  if (/^\d+$/.test(word)) return number;
  return numberWords.has(word) ? number : word;
}

/** What a word is read as, and what that says by itself. */
function read(said: string): { word: string; traits: readonly string[] } {
  const word = kindOf(said);
  if (word === plan || word === number) return { word, traits: [word] };
  const meaning = meaningOf(word);
  const letters = lettersOf(word).map((row) => `~${row}`);
  return { word, traits: [word, ...(meaning === word ? [] : [`=${meaning}`]), ...letters] };
}

/** For many texts at once: each word is read once. @returns as `traitsOfIntent` */
export function readerOfMany(): typeof traitsOfIntent {
  const readOnce = memoize(read);
  return (text) => traitsOfIntent(text, readOnce);
}

/** @param text as typed. @returns each trait once */
export function traitsOfIntent(text: string, readWord = read): string[] {
  const said = wordsIn(text).map(readWord);
  const words = said.filter(({ word }, at) => word !== plan || said[at - 1]?.word !== plan);
  const traits = new Set<string>();
  for (const [at, { word, traits: own }] of words.entries()) {
    for (const trait of own) traits.add(trait);
    traits.add(`${words[at - 1]?.word ?? beginning} ${word}`);
  }
  if (words.length > 0) traits.add(`${words.at(-1)?.word} ${end}`);
  if (text.trimEnd().endsWith(asked)) traits.add(asked);
  return [...traits];
}
