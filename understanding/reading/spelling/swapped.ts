/** Words that are so often typed in a hurry that their slips are known: `nto` is `not`. */
import { once } from '../../../commerce/base/memoize.ts';
import { readingWords } from '../../../locales/reading.ts';
import { vocabulary } from './vocabulary.ts';

const { swapped, noSlips } = readingWords;
/** Letters: with one left out, shorter words become other ones. */
const leastOfLeftOut = 6;

function slipsOf(word: string): string[] {
  const places = [...word].map((_letter, at) => at);
  const inWrongOrder = places
    .slice(1)
    .map((at) => word.slice(0, at - 1) + word[at] + word[at - 1] + word.slice(at + 1));
  const leftOut =
    word.length < leastOfLeftOut
      ? []
      : places.slice(1, -1).map((at) => word.slice(0, at) + word.slice(at + 1));
  return [...inWrongOrder, ...leftOut];
}

const meant = once(() => {
  const known = vocabulary().words;
  return new Map(
    swapped
      .flatMap((word) => slipsOf(word).map((slip) => [slip, word] as const))
      .filter(([slip]) => !known.has(slip) && !noSlips.includes(slip)),
  );
});

/** @param plain in lower case */
export function inOrder(plain: string): string {
  return plain.replaceAll(word, (one) => meant().get(one) ?? one);
}

const word = /(?<![\p{L}\p{N}'])\p{L}{3,}(?![\p{L}\p{N}])/gu;
