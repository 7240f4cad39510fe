/** Tells whether a text is about our subject or another one, by the words that either uses. */
import { locales } from '../../locales/localiser.ts';
import { wordsOf } from '../../locales/words.ts';
import { lettersOf, wordsIn } from '../wordsIn.ts';

/** What one word can say at most, for another subject and for ours. */
const most = { elsewhere: -5, ours: 4 };
/** What a word says that nothing is known of: most likely it belongs to another subject. */
const unknown = -2;
/** Share of a word's letters in a row that must be known to speak for it, and how loudly they do. */
const letters = { share: 0.5, weight: 0.7 };
/** As if each word had been seen so often on either side. */
const doubt = 0.05;

const silent = new Set(
  locales.flatMap((locale) =>
    [...wordsOf[locale].ignored, ...wordsOf[locale].asking].flatMap(wordsIn),
  ),
);

/** How often a word, or some letters of words, were seen. */
interface Seen {
  ours: number;
  elsewhere: number;
}

export class Topic {
  readonly #words = new Map<string, Seen>();
  readonly #letters = new Map<string, Seen>();
  readonly #texts: Seen;

  /** Both are the words of texts. */
  constructor(ours: readonly string[][], elsewhere: readonly string[][]) {
    this.#texts = { ours: ours.length, elsewhere: elsewhere.length };
    for (const words of ours) this.#learn(words, { ours: 1, elsewhere: 0 });
    for (const words of elsewhere) this.#learn(words, { ours: 0, elsewhere: 1 });
    for (const [word, seen] of this.#words) {
      for (const row of lettersOf(word)) add(this.#letters, row, seen);
    }
  }

  /** @returns above 0 for our subject, below 0 for another; 0 when no word says anything. */
  of(words: readonly string[]): number {
    const telling = tellingWords(words);
    const total = telling.reduce((sum, word) => sum + this.#says(word), 0);
    return total / Math.sqrt(telling.length || 1);
  }

  #learn(words: readonly string[], seen: Seen): void {
    for (const word of tellingWords(words)) add(this.#words, word, seen);
  }

  #says(word: string): number {
    const seen = this.#words.get(word);
    if (seen) return this.#likelihood(seen);
    const rows = lettersOf(word);
    const known = rows.flatMap((row) => this.#letters.get(row) ?? []);
    if (known.length === 0 || known.length < letters.share * rows.length) return unknown;
    const total = known.reduce((sum, row) => sum + this.#likelihood(row), 0);
    return (letters.weight * total) / known.length;
  }

  #likelihood({ ours, elsewhere }: Seen): number {
    const here = (ours + doubt) / (this.#texts.ours + 1);
    const there = (elsewhere + doubt) / (this.#texts.elsewhere + 1);
    return Math.min(most.ours, Math.max(most.elsewhere, Math.log(here / there)));
  }
}

function tellingWords(words: readonly string[]): string[] {
  return [...new Set(words)].filter((word) => !silent.has(word) && !/^\d+$/.test(word));
}

function add(all: Map<string, Seen>, key: string, { ours, elsewhere }: Seen): void {
  const seen = all.get(key) ?? { ours: 0, elsewhere: 0 };
  seen.ours += ours;
  seen.elsewhere += elsewhere;
  all.set(key, seen);
}
