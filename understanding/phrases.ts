/** What people type, matched against the phrases of all languages: nobody has to switch first. */
import { memoize, memoizeLast } from '../commerce/base/memoize.ts';
import { type Locale, locales, localiser } from '../locales/localiser.ts';

/** Compatibility forms folded, lower case, single blanks, no punctuation at the ends. */
export function normalise(text: string): string {
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/[‘’]/g, "'")
    .trim();
  return plain.replace(/^["'“”¿¡\s]+|["'“”.!?…,;:\s]+$/g, '') || plain;
}

const phrasesOf = memoize((key) =>
  locales.flatMap((locale) => localiser(locale).list(`phrases.${key}`)),
);

/** The words of a normalised text left after what people say out of politeness. */
export function withoutPoliteness(text: string): string {
  const polite = phrasesOf('polite');
  for (let rest = text; ; ) {
    const shorter = polite.map((word) => cutOff(rest, word)).find((cut) => cut !== undefined);
    if (shorter === undefined) return rest;
    rest = normalise(shorter);
  }
}

/** What is left when a text begins or ends with a word: `hi, upgrade my plan`. */
function cutOff(text: string, word: string): string | undefined {
  if (text.endsWith(` ${word}`)) return text.slice(0, -word.length);
  return text.startsWith(word) ? /^[,.!:;]? (.*)$/.exec(text.slice(word.length))?.[1] : undefined;
}

interface Phrase {
  start: string;
  /** Set when more words may follow. */
  startAndBlank?: string;
}

const patternsOf = memoize((key) =>
  phrasesOf(key).map((phrase): Phrase => {
    if (!phrase.endsWith('*')) return { start: phrase };
    const start = phrase.slice(0, -1).trimEnd();
    return { start, startAndBlank: `${start} ` };
  }),
);

/** A text as it stands, and without politeness. All phrases are tried on the same text. */
const waysToReadIt = memoizeLast((text) => {
  const plain = normalise(text);
  return [...new Set([plain, withoutPoliteness(plain)])];
});

/**
 * Whether a text says one of the phrases under `phrases.<key>`. A phrase that ends in `*` may be
 * followed by more words.
 * @returns the words that followed the longest such phrase, '' when none, undefined when it does
 * not match.
 */
export function match(text: string, key: string): string | undefined {
  const patterns = patternsOf(key);
  let shortest: string | undefined;
  for (const words of waysToReadIt(text)) {
    for (const phrase of patterns) {
      const rest = restAfter(words, phrase);
      if (rest !== undefined && rest.length < (shortest?.length ?? Infinity)) shortest = rest;
    }
  }
  return shortest;
}

function restAfter(words: string, { start, startAndBlank }: Phrase): string | undefined {
  if (words === start) return '';
  if (startAndBlank === undefined || !words.startsWith(startAndBlank)) return undefined;
  return words.slice(startAndBlank.length);
}

/**
 * The words of a text that are left when the phrases under `phrases.<key>` are taken out of it.
 * @returns undefined when none of the phrases stands in it, as whole words.
 */
export function without(text: string, key: string): string | undefined {
  const padded = ` ${normalise(text).replace(/[,;\s]+/g, ' ')} `;
  const said = phrasesOf(key).filter((phrase) => padded.includes(` ${phrase} `));
  if (said.length === 0) return undefined;
  return said
    .sort((a, b) => b.length - a.length)
    .reduce((rest, phrase) => rest.replaceAll(` ${phrase} `, ' '), padded)
    .trim();
}

/** The language that a text asks for, e.g. `svenska`, `switch to English`. */
export function languageAsked(text: string): Locale | undefined {
  return locales.find((locale) => match(text, `language.${locale}`) !== undefined);
}
