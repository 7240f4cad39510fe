/** Learns from sentences which of some classes a text belongs to: logistic regression over its traits. */

/** Times that all sentences are gone through. */
const rounds = 4;
/** How far each sentence moves the weights in the first round, and how much less in later ones. */
const rate = 1.6;
const decay = 0.15;
/** Less than that is not worth the time: most sentences teach nothing of most classes. */
const leastStep = 0.002;
/** Classes must not be believed for their size alone. */
const rateOfSize = 0.1;

export interface Likely<Class extends string> {
  is: Class;
  /** 0 to 1; that of all classes together is 1. */
  likelihood: number;
}

export interface Example<Class extends string> {
  is: Class;
  traits: readonly string[];
}

/** What a sentence is, and where the weights of its traits begin. */
interface Row {
  right: number;
  places: readonly number[];
}

export class Classifier<Class extends string> {
  readonly #classes: readonly Class[];
  /** By the hash of a trait, where its weights begin: the traits themselves would take megabytes. */
  readonly #places = new Map<number, number>();
  /** How much each trait says for each of the classes, one after the other. */
  readonly #weights: Float32Array;
  readonly #sizes: Float32Array;

  constructor(examples: readonly Example<Class>[]) {
    this.#classes = [...new Set(examples.map(({ is }) => is))];
    this.#sizes = new Float32Array(this.#classes.length);
    const rows = examples.map(({ is, traits }) => ({
      right: this.#classes.indexOf(is),
      places: traits.map((trait) => this.#placeOf(trait)),
    }));
    this.#weights = new Float32Array(this.#places.size * this.#classes.length);
    for (let round = 0; round < rounds; round++) {
      for (const row of shuffled(rows, round)) this.#learn(row, rate / (1 + decay * round));
    }
  }

  /** @returns all classes, the likeliest first */
  of(traits: readonly string[]): Likely<Class>[] {
    const places = traits.flatMap((trait) => this.#places.get(hashOf(trait)) ?? []);
    const likelihoods = this.#likelihoods(places, Math.sqrt(traits.length));
    return this.#classes
      .map((is, at) => ({ is, likelihood: likelihoods[at] ?? 0 }))
      .sort((a, b) => b.likelihood - a.likelihood);
  }

  #placeOf(trait: string): number {
    const hash = hashOf(trait);
    const known = this.#places.get(hash);
    if (known !== undefined) return known;
    const fresh = this.#places.size * this.#classes.length;
    this.#places.set(hash, fresh);
    return fresh;
  }

  #learn({ right, places }: Row, step: number): void {
    const length = Math.sqrt(places.length) || 1;
    const wrong = this.#likelihoods(places, length);
    wrong[right] = (wrong[right] ?? 0) - 1;
    const weights = this.#weights;
    for (let is = 0; is < wrong.length; is++) {
      const by = step * (wrong[is] ?? 0);
      if (Math.abs(by) < leastStep) continue;
      this.#sizes[is] = (this.#sizes[is] ?? 0) - by * rateOfSize;
      for (const place of places) weights[place + is] = (weights[place + is] ?? 0) - by / length;
    }
  }

  #likelihoods(places: readonly number[], length: number): Float64Array {
    const weights = this.#weights;
    const sums = new Float64Array(this.#sizes.length);
    for (const place of places) {
      for (let at = 0; at < sums.length; at++) {
        sums[at] = (sums[at] ?? 0) + (weights[place + at] ?? 0);
      }
    }
    let total = 0;
    for (let at = 0; at < sums.length; at++) {
      const one = Math.exp((sums[at] ?? 0) / (length || 1) + (this.#sizes[at] ?? 0));
      sums[at] = one;
      total += one;
    }
    return sums.map((one) => one / total);
  }
}

/** FNV-1a, 32 bits: of the fifty thousand traits that are learned, no two are likely to share one. */
function hashOf(trait: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < trait.length; at++) {
    hash = Math.imul(hash ^ trait.charCodeAt(at), 0x01000193);
  }
  return hash;
}

/** The same order in each process: what is learned must not change with a start. */
function shuffled<T>(rows: readonly T[], seed: number): T[] {
  let state = seed + 1;
  const next = (): number => {
    state = (state * 16_807) % 2_147_483_647;
    return state / 2_147_483_647;
  };
  return rows
    .map((row) => ({ row, place: next() }))
    .sort((a, b) => a.place - b.place)
    .map(({ row }) => row);
}
