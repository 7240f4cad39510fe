import { memoizeRecent } from '../../commerce/base/memoize.ts';
import { readingWords } from '../../locales/reading.ts';
import { restored } from './spelling/restored.ts';
import { inOrder } from './spelling/swapped.ts';

/** Compatibility forms folded, lower case, single blanks, no punctuation at the ends. */
export const normalise = memoizeRecent((text): string => {
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/[‘’]/g, "'")
    .replace(/(?<=[\p{L}\d])_(?=[\p{L}\d])/gu, ' ')
    .replace(/(?<=\p{L})=(?=\p{L})/gu, ' = ')
    // `three (3) years`
    .replace(/(?<=\p{L}) \(\d+\)(?= (?:years?|months?|år|mån|månader)(?!\p{L}))/gu, '')
    .replace(heldDown, (word) => word.replace(/(\p{L})\1{2,}/gu, '$1'))
    .trim();
  return (
    restored(writtenOut(inOrder(namesInDigits(plain)))).replace(
      /^["'“”¿¡\s]+|["'“”.!?…,;:\s]+$/g,
      '',
    ) || plain
  );
});

/** `heyyy`, and not `upg-zzz`. */
const heldDown = /(?<![\p{L}\p{N}-])(?!iii\b|www)\p{L}*(\p{L})\1{2}\p{L}*(?![\p{L}\p{N}-])/gu;

const { shorthand } = readingWords;
const short = new RegExp(
  `(?<![\\p{L}\\p{N}'])(?:${Object.keys(shorthand)
    .toSorted((a, b) => b.length - a.length)
    .join('|')})(?![\\p{L}\\p{N}'/])`,
  'gu',
);

/** `chg pymt mthd` */
function writtenOut(plain: string): string {
  return plain.replaceAll(short, (one) => shorthand[one] ?? one);
}

/** Names of plans as they are spoken: `office three sixty five e three`. */
function namesInDigits(plain: string): string {
  return plain
    .replace(
      /\b(?:three[ -]six(?:ty)?[ -]five|tre[ -]sex(?:tio)?[ -]?fem|trehundrasextiofem|trehundra sextiofem)\b/g,
      '365',
    )
    .replace(/\bsecure productive enterprise\b/g, 'm365')
    .replace(/\b0365/g, 'o365')
    .replace(/\b(?:ms|m)[ -]365\b/g, 'm365')
    .replace(/\b(?:off|of|o)[ -]365\b/g, 'o365')
    .replace(/\be-([135])\b/g, 'e$1')
    .replace(spokenPlan, (_all, en?: string, sv?: string) => `e${digits[en ?? sv ?? ''] ?? ''}`);
}

const digits: Record<string, string> = {
  one: '1',
  three: '3',
  five: '5',
  ett: '1',
  tre: '3',
  fem: '5',
};
/** In Swedish, `e tre` alone is three of something. */
const spokenPlan =
  /\be[ -](one|three|five)\b|(?<=(?:365|office|microsoft|enterprise|till|plan) )e[ -](ett|tre|fem)\b/g;

/** The words of a name, or of a text that may be one: letters and digits, normalised. */
export function nameWords(text: string): string[] {
  return normalise(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
}
