/** The words of a text as the search sees them: in one form each, misspelt or not. */
import SearchableMap from 'minisearch/SearchableMap';
import { kept } from '../locales/localiser.ts';
import type { Words } from '../locales/words.ts';
import { normalise } from './phrases.ts';

/** Shorter words become others too easily: by a swap of letters, by a change of one. */
const shortestSwap = 5;
const shortestTypo = 6;
/** Shortest first and last part of a compound. */
const shortestPart = { first: 5, last: 4 };

/** The words of a language as the articles use them. */
export class Vocabulary {
  readonly #silent: Set<string>;
  readonly #subject: Set<string>;
  readonly #elsewhere: Set<string>;
  readonly #endings: string[];
  readonly #shortestStem: number;
  /** The term for each stem: its own, or the one of its group. */
  readonly #terms = new SearchableMap<string>();
  readonly #learnt = kept((word) => this.#stem(word));

  constructor(words: Words) {
    this.#silent = new Set([...words.ignored, ...words.names].flatMap(wordsIn));
    this.#endings = words.endings.flatMap(wordsIn).sort((a, b) => b.length - a.length);
    this.#shortestStem = words.shortestStem;
    this.#elsewhere = new Set(words.elsewhere.flatMap(wordsIn));
    for (const group of words.same) {
      const [head = '', ...others] = group.flatMap(wordsIn).map((word) => this.#stem(word));
      for (const stem of [head, ...others]) this.#terms.set(stem, head);
    }
    this.#subject = new Set(words.subject.flatMap(wordsIn).map((word) => this.#stem(word)));
    for (const stem of this.#subject) if (!this.#terms.has(stem)) this.#terms.set(stem, stem);
  }

  /** Takes in the words of an article. */
  learn(text: string): string[] {
    return this.#telling(text, (word) => {
      const stem = this.#learnt(word);
      if (!this.#terms.has(stem)) this.#terms.set(stem, stem);
      return [stem];
    });
  }

  /** Understands the words of a question: known ones, misspelt ones, compounds of known ones. */
  read(text: string): string[] {
    return this.#telling(text, (word) => this.#stemsIn(word));
  }

  /** Whether a text is about our subject or another; undefined when that is open. */
  isOurs(text: string): boolean | undefined {
    const words = wordsIn(text);
    if (words.some((word) => this.#elsewhere.has(word))) return false;
    const stems = words.flatMap((word) => this.#stemsIn(word));
    return stems.some((stem) => this.#subject.has(stem)) || undefined;
  }

  #telling(text: string, stemsIn: (word: string) => string[]): string[] {
    const words = wordsIn(text).filter((word) => !this.#silent.has(word));
    return [...new Set(words.flatMap(stemsIn).map((stem) => this.#terms.get(stem) ?? stem))];
  }

  #stemsIn(word: string): string[] {
    const stem = this.#stem(word);
    if (this.#terms.has(stem)) return [stem];
    const meant = this.#respelt(stem);
    return meant === undefined ? this.#parts(stem) : [meant];
  }

  /** The known stem that has two letters in the other order, or one letter changed. */
  #respelt(stem: string): string | undefined {
    if (stem.length < shortestSwap || /\d/.test(stem)) return undefined;
    const swapped = Array.from(stem.slice(1), (letter, at) =>
      [stem.slice(0, at), letter, stem[at], stem.slice(at + 2)].join(''),
    ).find((word) => this.#terms.has(word));
    if (swapped !== undefined || stem.length < shortestTypo) return swapped;
    return this.#terms.fuzzyGet(stem, 1).keys().next().value;
  }

  /** `uppgraderingsknappen` is about `uppgradering` and `knapp`. */
  #parts(stem: string): string[] {
    const cuts = Array.from({ length: stem.length }, (_, at) => at).filter(
      (at) => at >= shortestPart.first && stem.length - at >= shortestPart.last,
    );
    const first = cuts.findLast((at) => this.#terms.has(stem.slice(0, at)));
    const last = cuts.find((at) => this.#terms.has(stem.slice(at)));
    const parts = [
      ...(first === undefined ? [] : [stem.slice(0, first)]),
      ...(last === undefined ? [] : [stem.slice(last)]),
    ];
    return parts.length > 0 ? parts : [stem];
  }

  #stem(word: string): string {
    const ending = /\d/.test(word)
      ? undefined
      : this.#endings.find(
          (end) => word.endsWith(end) && word.length - end.length >= this.#shortestStem,
        );
    const rest = ending ? word.slice(0, -ending.length) : word;
    // `dropped` and `drop` meet, as `kontroll` and `kontrollen` do.
    return rest.length > this.#shortestStem ? rest.replace(/(.)\1$/, '$1') : rest;
  }
}

/** Words of plain letters and digits; `isn't` is one word, `non-profit` too. */
export function wordsIn(text: string): string[] {
  return (
    normalise(text)
      .replace(/['’]s\b|['’]/g, '')
      .replace(/\b(?:(non)[- ]|(add)[- ](?=on)|(e)-)(?=\p{L})/gu, '$1$2$3')
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .replace(/(\d)[ ,.](?=\d{3}\b)/g, '$1')
      .split(/[^a-z0-9]+/)
      .filter(Boolean)
      // Thousands are alike.
      .map((word) => (/^\d{4,}$/.test(word) ? '1000' : word))
  );
}
