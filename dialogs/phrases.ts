/** What people type, matched against the phrases of all languages: nobody has to switch first. */
import { kept, type Locale, locales, localiser } from '../locales/localiser.ts';

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

const phrasesOf = kept((key) =>
  locales.flatMap((locale) => localiser(locale).list(`phrases.${key}`)),
);

/**
 * Whether a text says one of the phrases under `phrases.<key>`. A phrase that ends in `*` may be
 * followed by more words.
 * @returns the words that followed the longest such phrase, '' when none, undefined when it does
 * not match.
 */
export function match(text: string, key: string): string | undefined {
  const plain = normalise(text);
  const said = new Set([plain, withoutPoliteness(plain)]);
  const rests = [...said].flatMap((words) =>
    phrasesOf(key).flatMap((phrase) => restAfter(words, phrase) ?? []),
  );
  return rests.sort((a, b) => a.length - b.length)[0];
}

function restAfter(words: string, phrase: string): string | undefined {
  const open = phrase.endsWith('*');
  const start = open ? phrase.slice(0, -1).trimEnd() : phrase;
  if (words === start) return '';
  return open && words.startsWith(`${start} `) ? words.slice(start.length + 1) : undefined;
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
