/** Which of many texts have a trait, and how near they are to another text by that. */
import { memoize } from '../../commerce/base/memoize.ts';
import { meaningOf } from './synonyms.ts';
import { type Trait, traitsOfPairs, traitsOfWord } from './traits.ts';
import { TraitTable } from './traitTable.ts';

/** A trait, and the texts that have it: none when it is new. */
export interface Posting {
  weight: number;
  at: Uint16Array;
}

const nowhere = new Uint16Array();

export class TraitIndex {
  readonly #table = new TraitTable();
  /** Of each trait. */
  readonly #weights: Float32Array;
  /** Where the texts of each trait begin among the texts of all traits. */
  readonly #starts: Uint32Array;
  readonly #texts: Uint16Array;
  /** Of each text, by its traits. */
  readonly #lengths: Float64Array;

  /** @param texts the words of each: at most 65,536 */
  constructor(texts: readonly string[][]) {
    const { weights, traitsOfTexts } = this.#read(texts);
    this.#weights = Float32Array.from(weights);
    this.#starts = startsOf(traitsOfTexts, weights.length);
    this.#texts = new Uint16Array(this.#starts.at(-1) ?? 0);
    const next = this.#starts.slice();
    for (const [text, traits] of traitsOfTexts.entries()) {
      for (const trait of traits) {
        const at = next[trait] ?? 0;
        this.#texts[at] = text;
        next[trait] = at + 1;
      }
    }
    this.#lengths = new Float64Array(texts.length);
    for (let trait = 0; trait < weights.length; trait++) {
      const posting = this.#posting(trait);
      const square = this.#weigh(posting) ** 2;
      for (const at of posting.at) this.#lengths[at] = (this.#lengths[at] ?? 0) + square;
    }
    for (const [at, square] of this.#lengths.entries()) this.#lengths[at] = Math.sqrt(square);
  }

  look(words: readonly string[]): Posting[] {
    const traits = [...words.flatMap(traitsOfWord), ...traitsOfPairs(words.map(meaningOf))];
    const known = new Map(traits.map((trait) => [trait.name, trait]));
    return [...known.values()].map(({ name, weight }) => {
      const trait = this.#table.find(name);
      return trait < 0 ? { weight, at: nowhere } : this.#posting(trait);
    });
  }

  /** How near each of the texts is: the cosine, 0 to 1. */
  nearness(found: readonly Posting[]): Float64Array {
    const near = new Float64Array(this.#lengths.length);
    let squares = 0;
    for (const posting of found) {
      const square = this.#weigh(posting) ** 2;
      squares += square;
      for (const at of posting.at) near[at] = (near[at] ?? 0) + square;
    }
    const length = Math.sqrt(squares);
    return near.map((shared, at) => shared && shared / (length * (this.#lengths[at] ?? 1)));
  }

  /** @returns the weight of each trait, and the traits of each text, each once */
  #read(texts: readonly string[][]): { weights: number[]; traitsOfTexts: Uint32Array[] } {
    const weights: number[] = [];
    const place = ({ name, weight }: Trait): number => {
      const at = this.#table.placeOf(name);
      weights[at] ??= weight;
      return at;
    };
    const meaning = memoize(meaningOf);
    const ofWord = memoize((word) => traitsOfWord(word).map(place));
    const traitsOfTexts = texts.map((words) =>
      Uint32Array.from(
        new Set([...words.flatMap(ofWord), ...traitsOfPairs(words.map(meaning)).map(place)]),
      ),
    );
    return { weights, traitsOfTexts };
  }

  #posting(trait: number): Posting {
    const at = this.#texts.subarray(this.#starts[trait], this.#starts[trait + 1]);
    return { weight: this.#weights[trait] ?? 0, at };
  }

  /** Rare traits tell more. */
  #weigh({ weight, at }: Posting): number {
    return weight * Math.log(1 + this.#lengths.length / Math.max(1, at.length));
  }
}

/** @returns for each trait where its texts begin, and behind them the end of all */
function startsOf(traitsOfTexts: readonly Uint32Array[], traits: number): Uint32Array {
  const starts = new Uint32Array(traits + 1);
  for (const own of traitsOfTexts) {
    for (const trait of own) starts[trait + 1] = (starts[trait + 1] ?? 0) + 1;
  }
  for (let trait = 0; trait < traits; trait++) {
    starts[trait + 1] = (starts[trait + 1] ?? 0) + (starts[trait] ?? 0);
  }
  return starts;
}
