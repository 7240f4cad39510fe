/** Sentences, numbers, money and dates in the reader's language. */
import { createInstance } from 'i18next';
import type { Money } from '../commerce/money.ts';
import en from './en-US.json' with { type: 'json' };
import sv from './sv-SE.json' with { type: 'json' };

export const locales = ['en-US', 'sv-SE'] as const;
export type Locale = (typeof locales)[number];

const sentences: Record<Locale, object> = { 'en-US': en, 'sv-SE': sv };

export interface Localiser {
  readonly locale: Locale;
  /** @throws when the key is missing: a missing sentence is a bug, not a blank. */
  t(key: string, values?: Record<string, string | number>): string;
  /** The lists under `phrases`: what people may type. */
  list(key: string): string[];
  has(key: string): boolean;
  money(value: Money): string;
  number(value: number): string;
  /** An ISO day, written out. */
  date(day: string): string;
  /** An ISO instant, as day and time in the given IANA zone. */
  dateTime(instant: string, timeZone: string): string;
}

/** The closest supported language, or undefined when none fits. */
export function matchLocale(tag: string | undefined): Locale | undefined {
  const language = tag?.toLowerCase().split('-')[0];
  return locales.find((locale) => locale.split('-')[0] === language);
}

/** `{a: {b: 'c'}}` as `{'a.b': 'c'}`, so that looking up a sentence is one step, not a walk. */
function flat(tree: object, prefix = ''): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(tree).flatMap(([key, value]) =>
      typeof value === 'object' && !Array.isArray(value)
        ? Object.entries(flat(value, `${prefix}${key}.`))
        : [[`${prefix}${key}`, value]],
    ),
  );
}

/** Makes each thing once: formats are dear to make, and sentences without values stay the same. */
function kept<T>(make: (key: string) => T): (key: string) => T {
  const made = new Map<string, T>();
  return (key) => {
    const known = made.get(key) ?? make(key);
    made.set(key, known);
    return known;
  };
}

function createLocaliser(locale: Locale): Localiser {
  const i18n = createInstance();
  const missing = (key: string): never => {
    throw new RangeError(`No sentence for ${key} in ${locale}`);
  };
  i18n.init({
    lng: locale,
    resources: { [locale]: { translation: flat(sentences[locale]) } },
    keySeparator: false,
    nsSeparator: false,
    initAsync: false,
    interpolation: { escapeValue: false },
    returnNull: false,
    parseMissingKeyHandler: missing,
  });
  const moneyIn = kept(
    (currency) => new Intl.NumberFormat(locale, { style: 'currency', currency }),
  );
  const timeIn = kept(
    (timeZone) =>
      new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone }),
  );
  const plain = kept((key) => i18n.t(key));
  const numbers = new Intl.NumberFormat(locale);
  const days = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
  return {
    locale,
    t: (key, values) => (values ? i18n.t(key, values) : plain(key)),
    list: (key) => {
      // Without i18next's walk over every leaf: phrases are looked up many times a turn.
      const found: unknown = i18n.getResource(locale, 'translation', key);
      return Array.isArray(found) ? found : missing(key);
    },
    has: (key) => i18n.exists(key),
    money: (value) => moneyIn(value.currency).format(value.amount / 100),
    number: (value) => numbers.format(value),
    date: (day) => days.format(new Date(`${day}T00:00:00Z`)),
    dateTime: (instant, timeZone) => timeIn(timeZone).format(new Date(instant)),
  };
}

const localisers = new Map(locales.map((locale) => [locale, createLocaliser(locale)]));

export function localiser(locale: Locale): Localiser {
  return localisers.get(locale) ?? createLocaliser(locale);
}
