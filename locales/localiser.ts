/** Sentences, numbers, money and dates in the reader's language. */
import { memoize } from '../commerce/base/memoize.ts';
import type { Money } from '../commerce/model/money.ts';
import en from './en-US.json' with { type: 'json' };
import sv from './sv-SE.json' with { type: 'json' };

export const locales = ['en-US', 'sv-SE'] as const;
export type Locale = (typeof locales)[number];

const trees: Record<Locale, object> = { 'en-US': en, 'sv-SE': sv };

export interface Localiser {
  readonly locale: Locale;
  /** @throws when the key is missing: a missing sentence is a bug, not a blank. */
  t(key: string, values?: Record<string, string | number>): string;
  /** The lists under `phrases`: what people may type. */
  list(key: string): string[];
  has(key: string): boolean;
  /** All keys that begin so. */
  keys(beginning: string): string[];
  money(value: Money): string;
  number(value: number): string;
  /** An ISO day, written out. */
  date(day: string): string;
  /** An ISO instant, as day and time in the given IANA zone, with the zone's short name. */
  dateTime(instant: string, timeZone: string): string;
  /** An ISO instant, as the time without its day, with the zone's short name. */
  time(instant: string, timeZone: string): string;
}

/**
 * The closest supported language, or undefined when none fits.
 * @param tag as in BCP 47, or with `_` between its parts, as some clients and operating systems write it
 */
export function matchLocale(tag: string | undefined): Locale | undefined {
  const language = tag?.trim().toLowerCase().split(/[-_]/)[0];
  return locales.find((locale) => locale.split('-')[0] === language);
}

type Sentences = ReadonlyMap<string, string | string[]>;

/** `{a: {b: 'c'}}` as `a.b` → `c`, so that looking up a sentence is one step, not a walk. */
function flat(tree: object, prefix = ''): [key: string, said: string | string[]][] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'object' && !Array.isArray(value)
      ? flat(value, `${prefix}${key}.`)
      : [[`${prefix}${key}`, value]],
  );
}

type Values = Record<string, string | number>;

/** A blank in a sentence. Splitting by it gives text and names of blanks in turn. */
const blank = /\{\{\s*(\w+)\s*\}\}/;

/** Not `dateStyle` and `timeStyle`, which can't be combined with the zone; it may not be the reader's. */
const clock = { hour: 'numeric', minute: '2-digit', timeZoneName: 'short' } as const;
const dayAndTime = { year: 'numeric', month: 'short', day: 'numeric', ...clock } as const;

function createLocaliser(locale: Locale): Localiser {
  const sentences: Sentences = new Map(flat(trees[locale]));
  const missing = (key: string): never => {
    throw new RangeError(`No sentence for ${key} in ${locale}`);
  };
  const moneyIn = memoize(
    (currency) => new Intl.NumberFormat(locale, { style: 'currency', currency }),
  );
  const timeIn = memoize(
    (timeZone) => new Intl.DateTimeFormat(locale, { ...dayAndTime, timeZone }),
  );
  const clockIn = memoize((timeZone) => new Intl.DateTimeFormat(locale, { ...clock, timeZone }));
  const partsOf = memoize((sentence) => sentence.split(blank));
  const plain = (key: string): string => {
    const found = sentences.get(key);
    return typeof found === 'string' ? found : missing(key);
  };
  const list = (key: string): string[] => {
    const found = sentences.get(key);
    return Array.isArray(found) ? found : missing(key);
  };
  const plural = new Intl.PluralRules(locale);
  /** The keys are named as in files of i18next: `key_context_one`, `key_context`, `key_one`, `key`. */
  const formOf = (key: string, { count, context }: Values): string => {
    const ending = typeof count === 'number' ? `_${plural.select(count)}` : '';
    const bent = context === undefined ? [] : [`${key}_${context}${ending}`, `${key}_${context}`];
    const chosen = [...bent, `${key}${ending}`].find((form) => sentences.has(form));
    return plain(chosen ?? key);
  };
  const numbers = new Intl.NumberFormat(locale);
  const days = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
  return {
    locale,
    t: (key, values) => {
      if (!values) return plain(key);
      let text = '';
      let isBlank = false;
      for (const part of partsOf(formOf(key, values))) {
        text += isBlank ? (values[part] ?? `{{${part}}}`) : part;
        isBlank = !isBlank;
      }
      return text;
    },
    list,
    has: (key) => sentences.has(key),
    keys: (beginning) => [...sentences.keys()].filter((key) => key.startsWith(beginning)),
    money: (value) => moneyIn(value.currency).format(value.amount / 100),
    number: (value) => numbers.format(value),
    date: (day) => days.format(new Date(`${day}T00:00:00Z`)),
    dateTime: (instant, timeZone) => timeIn(timeZone).format(new Date(instant)),
    time: (instant, timeZone) => clockIn(timeZone).format(new Date(instant)),
  };
}

const localisers = new Map(locales.map((locale) => [locale, createLocaliser(locale)]));

export function localiser(locale: Locale): Localiser {
  return localisers.get(locale) ?? createLocaliser(locale);
}
