/** What the search for articles must know of each language: how questions begin, which words mean the same. */
import type { Locale } from './localiser.ts';
import en from './words/en-US.json' with { type: 'json' };
import sv from './words/sv-SE.json' with { type: 'json' };

export interface Words {
  /** A question begins with one of these. */
  asking: string[];
  /** Words that say nothing about the subject. */
  ignored: string[];
  /** Groups of words that are taken for each other, whatever their endings. */
  same: string[][];
  /** Words in names of plans: a text of nothing but these is no question. */
  names: string[];
}

export const wordsOf: Record<Locale, Words> = { 'en-US': en, 'sv-SE': sv };
