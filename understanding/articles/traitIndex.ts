/** Which of many texts have a trait, and how near they are to another text by that. */
import { memoize } from '../../commerce/base/memoize.ts';
import { meaningOf } from './synonyms.ts';
import { type Trait, traitsOfPairs, traitsOfWord } from './traits.ts';

/** A trait, and the texts that have it: none when it is new. */
export interface Posting {
  weight: number;
  at: number[];
}

export class TraitIndex {
  readonly #postings = new Map<string, Posting>();
  /** Of each text, by its traits. */
  readonly #lengths: number[];

  /** @param texts the words of each. */
  constructor(texts: readonly string[][]) {
    const meaning = memoize(meaningOf);
    const ofWord = memoize((word) => traitsOfWord(word).map((trait) => this.#posting(trait)));
    for (const [at, words] of texts.entries()) {
      for (const word of words) mark(ofWord(word), at);
      mark(
        traitsOfPairs(words.map(meaning)).map((trait) => this.#posting(trait)),
        at,
      );
    }
    const squares = texts.map(() => 0);
    this.#lengths = squares;
    for (const posting of this.#postings.values()) {
      const square = this.#weigh(posting) ** 2;
      for (const at of posting.at) squares[at] = (squares[at] ?? 0) + square;
    }
    this.#lengths = squares.map(Math.sqrt);
  }

  look(words: readonly string[]): Posting[] {
    const traits = [...words.flatMap(traitsOfWord), ...traitsOfPairs(words.map(meaningOf))];
    const known = new Map(traits.map((trait) => [trait.name, trait]));
    return [...known.values()].map(
      ({ name, weight }) => this.#postings.get(name) ?? { weight, at: [] },
    );
  }

  /** How near each of the texts is: the cosine, 0 to 1. */
  nearness(found: readonly Posting[]): number[] {
    const near = this.#lengths.map(() => 0);
    let squares = 0;
    for (const posting of found) {
      const square = this.#weigh(posting) ** 2;
      squares += square;
      for (const at of posting.at) near[at] = (near[at] ?? 0) + square;
    }
    const length = Math.sqrt(squares);
    return near.map((shared, at) => shared && shared / (length * (this.#lengths[at] ?? 1)));
  }

  #posting({ name, weight }: Trait): Posting {
    const known = this.#postings.get(name);
    if (known) return known;
    const posting = { weight, at: [] };
    this.#postings.set(name, posting);
    return posting;
  }

  /** Rare traits tell more. */
  #weigh({ weight, at }: Posting): number {
    return weight * Math.log(1 + this.#lengths.length / Math.max(1, at.length));
  }
}

/** Texts come in their order, so the last one tells whether a trait comes again. */
function mark(postings: readonly Posting[], at: number): void {
  for (const posting of postings) {
    if (posting.at[posting.at.length - 1] !== at) posting.at.push(at);
  }
}
