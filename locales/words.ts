/** How each language asks, and which of its words say the same: what the search for articles needs. */
import type { Locale } from './localiser.ts';
import en from './words/en-US.json' with { type: 'json' };
import sv from './words/sv-SE.json' with { type: 'json' };

export interface Words {
  /** A question begins with one of these. */
  asking: string[];
  /** Say nothing about the subject. */
  ignored: string[];
  /** Groups of words that are taken for each other, whatever their endings. */
  same: string[][];
  /** Of plans: nothing but these is no question. */
  names: string[];
}

export const wordsOf: Record<Locale, Words> = { 'en-US': en, 'sv-SE': sv };
