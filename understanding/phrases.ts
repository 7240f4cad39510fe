/** What people type, matched against the phrases of all languages: nobody has to switch first. */
import { memoize, memoizeRecent } from '../commerce/base/memoize.ts';
import { type Locale, locales, localiser } from '../locales/localiser.ts';
import { readingWords } from '../locales/reading.ts';
import { commandsSaid, isSlip } from './reading/commands.ts';
import { allStandingIn, endsWith, paddedForSearch, startsWith } from './reading/lexicon.ts';
import { normalise } from './reading/normalise.ts';

const phrasesOf = memoize((key) =>
  locales.flatMap((locale) => localiser(locale).list(`phrases.${key}`)),
);

/** The words of a normalised text left after what people say out of politeness. */
export function withoutPoliteness(text: string): string {
  const words = phrasesOf('polite');
  for (let rest = text; ; ) {
    const shorter = words.map((word) => cutOff(rest, word)).find((cut) => cut !== undefined);
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
  key: string;
  start: string;
  /** Set when more words may follow. */
  startAndBlank?: string;
}

const notSaid = /^phrases\.(?:catalog|featureWords|terms|manualUsers)/;
const phrases: readonly Phrase[] = locales.flatMap((locale) =>
  localiser(locale)
    .keys('phrases.')
    .filter((key) => !notSaid.test(key))
    .flatMap((key) =>
      localiser(locale)
        .list(key)
        .map((phrase) => phraseOf(key.slice('phrases.'.length), phrase)),
    ),
);

function phraseOf(key: string, phrase: string): Phrase {
  if (!phrase.endsWith('*')) return { key, start: phrase };
  const start = phrase.slice(0, -1).trimEnd();
  return { key, start, startAndBlank: `${start} ` };
}

const byFirstWord = Map.groupBy(phrases, ({ start }) => firstWord(start));

function firstWord(text: string): string {
  const end = text.indexOf(' ');
  return end < 0 ? text : text.slice(0, end);
}

/** A text as it stands, and without politeness. All phrases are tried on the same text. */
const waysToReadIt = memoizeRecent((text) => {
  const plain = normalise(text);
  return [...new Set([plain, withoutPoliteness(plain)])];
});

/** What a text says as it stands: the words that followed the longest phrase of each key. */
const saidIn = memoizeRecent((text): ReadonlyMap<string, string> => {
  const said = new Map<string, string>();
  for (const words of waysToReadIt(text)) {
    for (const phrase of byFirstWord.get(firstWord(words)) ?? []) {
      const rest = restAfter(words, phrase);
      if (rest === undefined || rest.length >= (said.get(phrase.key)?.length ?? Infinity)) continue;
      said.set(phrase.key, rest);
    }
  }
  return said;
});

/**
 * Whether a text says one of the phrases as it stands under `phrases.<key>`. A phrase that ends in `*` may be
 * followed by more words.
 * @returns the words that followed the longest such phrase, '' when none, undefined when it does
 * not match.
 */
export function matchAsItStands(text: string, key: string): string | undefined {
  return saidIn(text).get(key);
}

/**
 * As `matchAsItStands`, and '' when the text says the same in other words, or with a slip of the keyboard.
 */
export function match(text: string, key: string): string | undefined {
  const rest = matchAsItStands(text, key);
  if (rest !== undefined || toTheLetter.has(key) || isOurs(text)) return rest;
  return commandsSaid(text).has(key) || slipsOf(text).has(key) ? '' : undefined;
}

const commands = phrases.filter(({ key }) => key !== 'polite');
const commandStarts = new Set(commands.map(({ start }) => start));
const commandsByLetter = Map.groupBy(commands, ({ start }) => start[0]);

/** Whether it is a phrase of ours as it stands: then it is not another one in other words. */
const isOurs = memoizeRecent((text) =>
  waysToReadIt(text).some((words) => commandStarts.has(words)),
);

/** Whether a text says a phrase of ours, but for a slip; a mere beginning of an upgrade (`switch …`) is none. */
export function saysPhrase(text: string): boolean {
  if (slipsOf(text).size > 0) return true;
  return [...saidIn(text)].some(([key, rest]) => rest === '' || key !== 'upgrade');
}

/** The keys of the phrases that a text is but for a slip. */
const slipsOf = memoizeRecent((text): ReadonlySet<string> => {
  const near = waysToReadIt(text).flatMap((plain) =>
    (commandsByLetter.get(plain[0]) ?? []).filter(({ start }) => isSlip(plain, start)),
  );
  return new Set(near.map(({ key }) => key));
});

/** What orders or gives up money is heard as it stands, or not at all. */
const toTheLetter = new Set([
  'placeOrder',
  'accept',
  'acceptLoss',
  'abandon',
  'polite',
  'acknowledged',
  'first',
]);

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

const { languageAsks, otherLanguages } = readingWords;

/** Whether a text asks for a language that is not spoken here: `German`, `switch to German`, `can we do this in French?` */
export function asksForOtherLanguage(text: string): boolean {
  const plain = withoutPoliteness(normalise(text));
  // `Translate this to German` is no talk with us.
  if (startsWith(plain, readingWords.neverOfPlans) !== undefined) return false;
  return allStandingIn(paddedForSearch(plain), otherLanguages).some((language) => {
    // `could we go on in Dutch, that's easier for me`
    const clauses = plain.split(/[,;.!?:]+/).map(paddedForSearch);
    const padded =
      clauses.find((clause) => clause.endsWith(` ${language} `)) ?? paddedForSearch(plain);
    const before = padded.slice(0, padded.indexOf(` ${language} `)).trim();
    const isLast = padded.endsWith(` ${language} `);
    // `can you talk Dutch, my cofounder only does Dutch`
    if (!isLast) return languageAsks.includes(before);
    return before === '' || endsWith(before, languageAsks) !== undefined;
  });
}
