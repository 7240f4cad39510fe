/** How each language asks, and which of its words say the same: what the search for articles needs. */
import type { Locale } from './localiser.ts';
import en from './words/en-US.json' with { type: 'json' };
import sv from './words/sv-SE.json' with { type: 'json' };

export interface Words {
  /** A question begins with one of these. */
  asking: string[];
  /** Say nothing about the subject. */
  ignored: string[];
  /** Of our subject: a question with one of these is most likely for us. */
  subject: string[];
  /** Groups of words that are taken for each other. */
  same: string[][];
  /** Of plans: a question about none but these is about which plan, not about the subject. */
  names: string[];
  /** Of other subjects: a question with one of these is none for us. */
  elsewhere: string[];
  /** Cut off, longest first, so that the forms of a word meet. */
  endings: string[];
  /** Letters that must be left. */
  shortestStem: number;
}

export const wordsOf: Record<Locale, Words> = { 'en-US': en, 'sv-SE': sv };
