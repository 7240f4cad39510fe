/** The words for ways to pay, and their slips. */
import { locales, localiser } from '../../../locales/localiser.ts';
import { readingWords as words } from '../../../locales/reading.ts';
import { isSlipOf } from './slips.ts';

const families = ['threeYears', 'monthToMonth', 'yearly', 'monthly', 'upfront'] as const;
/** `odd`: as often as nobody sells. */
export type Family = (typeof families)[number] | 'odd';

const written: readonly (readonly [string, Family])[] = [
  ...words.oddWays.map((phrase): [string, Family] => [phrase, 'odd']),
  ...families.flatMap((family) =>
    locales.flatMap((locale) =>
      localiser(locale)
        .list(`phrases.terms.${family}`)
        .map((phrase): [string, Family] => [phrase.replaceAll(/[-/]/g, ' ').trim(), family]),
    ),
  ),
];

/** Letters: shorter ones are words of other languages. */
const leastWithoutRings = 6;
const withoutRings = written
  .map(([phrase, family]) => [phrase.normalize('NFKD').replaceAll(/\p{M}/gu, ''), family] as const)
  // `inte lasa` is read, or locked.
  .filter(([phrase]) => !words.noSlips.includes(phrase.slice(phrase.lastIndexOf(' ') + 1)))
  .filter(([phrase]) => phrase.length >= leastWithoutRings);

/** `manad for manad` as well. */
export const familyOf = new Map<string, Family>([...withoutRings, ...written]);
export const phrases = [...familyOf.keys()];

/** Letters. */
const leastSqueezed = 7;

/** Phrases of one word that is long enough for a slip, by their first letter. */
const vocabulary = Map.groupBy(
  phrases.filter((phrase) => /^\p{L}{6,}$/u.test(phrase)),
  ([letter]) => letter,
);

/** By themselves without blanks: `monthtomonth`. */
const squeezed = new Map(
  phrases
    .map((phrase) => [phrase.replaceAll(/[ -]/g, ''), phrase] as const)
    .filter(([together, phrase]) => together !== phrase && together.length >= leastSqueezed),
);
/** `month to month`, by the word between. */
const twice = Map.groupBy(
  phrases.map((phrase) => phrase.split(' ')).filter(isTwice),
  ([, joint]) => joint,
);

function isTwice(said: readonly string[]): boolean {
  return said.length === 3 && said[0] === said[2] && (said[0]?.length ?? 0) >= 5;
}

/** `tvåårsavtal` is no slip of `treårsavtal`. */
const countsYears = /^(?:två|tva|fyra|fem|sex)(?:å|a)r/u;

/** `in a single instalment`: a word that a phrase is made of is no slip of another one. */
const ofPhrases = new Set(phrases.flatMap((phrase) => phrase.split(' ')));

/** Slips and forgotten blanks put right, where it is clear which way to pay is meant. */
export function mended(text: string): string {
  return mendedTwice(text.split(' '))
    .map((word) => {
      if (word.length < 6 || familyOf.has(word) || Object.hasOwn(words.durations, word))
        return word;
      const whole = squeezed.get(word);
      if (whole) return whole;
      if (countsYears.test(word) || words.noSlips.includes(word) || ofPhrases.has(word))
        return word;
      const meant = (vocabulary.get(word[0]) ?? []).filter((one) => isSlipOf(word, one));
      const meanings = new Set(meant.map((one) => familyOf.get(one)));
      return (meanings.size === 1 && meant[0]) || word;
    })
    .join(' ');
}

/** `month to moth` */
function mendedTwice(said: string[]): string[] {
  for (let at = 1; at < said.length - 1; at++) {
    const [before = '', after = ''] = [said[at - 1], said[at + 1]];
    const meant = twice
      .get(said[at])
      ?.map(([word = '']) => word)
      .find((word) => [before, after].every((one) => one === word || isSlipOf(one, word)));
    if (meant) said.splice(at - 1, 3, meant, said[at] ?? '', meant);
  }
  return said;
}
