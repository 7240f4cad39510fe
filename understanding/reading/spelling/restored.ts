/** Swedish as it is typed in a hurry: as it is spoken, without rings and dots, with its compounds taken apart. */
import { memoizeRecent, once } from '../../../commerce/base/memoize.ts';
import { readingWords } from '../../../locales/reading.ts';
import { wordsOf } from '../../../locales/words.ts';
import { vocabulary } from './vocabulary.ts';

const { spoken } = readingWords;
const word = /(?<![\p{L}\p{N}'])\p{L}+(?![\p{L}\p{N}:'])/gu;
const said = new RegExp(
  `(?<![\\p{L}\\p{N}'])(?:${Object.keys(spoken)
    .toSorted((a, b) => b.length - a.length)
    .join('|')})(?![\\p{L}\\p{N}:'])`,
  'gu',
);

const folded = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '');

/** By what is left of them without rings and dots. */
const withRings = once(() =>
  Map.groupBy(
    [...vocabulary().words].filter((one) => folded(one) !== one),
    folded,
  ),
);
/** Words by which a text is English: `for` and `an` stand for Swedish ones as well. */
const english = once(
  () =>
    new Set(
      wordsOf['en-US'].ignored.filter(
        (one) => one !== 'me' && !withRings().has(one) && !wordsOf['sv-SE'].ignored.includes(one),
      ),
    ),
);

/** @param plain in lower case */
export const restored = memoizeRecent((plain: string): string => {
  const words = plain.match(word) ?? [];
  if (words.some((one) => english().has(one))) return plain;
  const written = asWritten(asWritten(plain.replaceAll(leanOn, ' den')));
  return together(ringed(written));
});

/** `beställ'na`, `ta'n` */
const leanOn = /(?<=\p{L}{2})'(?:na|n)(?![\p{L}'])/gu;

/** Twice does it: `va kostar de` is `va kostar` and `kostar de`. */
const asWritten = (plain: string): string => plain.replaceAll(said, (one) => spoken[one] ?? one);

function ringed(plain: string): string {
  const { words: known, pairs } = vocabulary();
  const hasRings = /[åäö]/.test(plain);
  const words = plain.match(word) ?? [];
  let at = -1;
  return plain.replaceAll(word, (one) => {
    at++;
    const meant = withRings().get(one) ?? [];
    if (meant.length === 0) return one;
    if (meant.length === 1 && !known.has(one)) return meant[0] ?? one;
    if (hasRings) return one;
    const [before, after] = [words[at - 1] ?? '', words[at + 1] ?? ''];
    const stands = (it: string): boolean =>
      [before, folded(before), ...(withRings().get(before) ?? [])].some((prev) =>
        pairs.has(`${prev} ${it}`),
      ) || [after, ...(withRings().get(after) ?? [])].some((next) => pairs.has(`${it} ${next}`));
    const fitting = known.has(one) && stands(one) ? [] : meant.filter(stands);
    return fitting.length === 1 && fitting[0] ? fitting[0] : one;
  });
}

/** Letters: shorter words that stand together are two. */
const leastOfCompound = 6;

/** `bindnings tid`, `års-vis` */
function together(plain: string): string {
  const { words, pairs } = vocabulary();
  return plain.replaceAll(
    /(?<![\p{L}\p{N}])(?<!(?:\d|ett|en|två|tre|tolv|fyra|fem) )(\p{L}{2,})[ -](?=(\p{L}{2,}))/gu,
    (all, first: string, second: string) => {
      const one = first + second;
      const isCompound =
        one.length >= leastOfCompound && words.has(one) && !pairs.has(`${first} ${second}`);
      return isCompound ? first : all;
    },
  );
}
