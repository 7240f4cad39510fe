/** Learns from sentences which of some classes a text belongs to: logistic regression over its traits. */

/** Times that all sentences are gone through. */
const rounds = 20;
/** How far each sentence moves the weights in the first round, and how much less in later ones. */
const rate = 0.5;
const decay = 0.15;
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

export class Classifier<Class extends string> {
  readonly #classes: readonly Class[];
  /** By trait, how much it says for each of the classes. */
  readonly #weights = new Map<string, Float64Array>();
  readonly #sizes: Float64Array;

  constructor(examples: readonly Example<Class>[]) {
    this.#classes = [...new Set(examples.map(({ is }) => is))];
    this.#sizes = new Float64Array(this.#classes.length);
    const rows = examples.map(({ is, traits }) => ({
      right: this.#classes.indexOf(is),
      weights: traits.map((trait) => this.#weightOf(trait)),
    }));
    for (let round = 0; round < rounds; round++) {
      for (const row of shuffled(rows, round)) this.#learn(row, rate / (1 + decay * round));
    }
  }

  /** @returns all classes, the likeliest first */
  of(traits: readonly string[]): Likely<Class>[] {
    const weights = traits.flatMap((trait) => this.#weights.get(trait) ?? []);
    const likelihoods = this.#likelihoods(weights, Math.sqrt(traits.length));
    return this.#classes
      .map((is, at) => ({ is, likelihood: likelihoods[at] ?? 0 }))
      .sort((a, b) => b.likelihood - a.likelihood);
  }

  #weightOf(trait: string): Float64Array {
    const known = this.#weights.get(trait);
    if (known) return known;
    const fresh = new Float64Array(this.#classes.length);
    this.#weights.set(trait, fresh);
    return fresh;
  }

  #learn({ right, weights }: { right: number; weights: readonly Float64Array[] }, step: number) {
    const length = Math.sqrt(weights.length) || 1;
    const wrong = this.#likelihoods(weights, length);
    wrong[right] = (wrong[right] ?? 0) - 1;
    for (let at = 0; at < wrong.length; at++) {
      const by = step * (wrong[at] ?? 0);
      this.#sizes[at] = (this.#sizes[at] ?? 0) - by * rateOfSize;
      wrong[at] = by / length;
    }
    for (const weight of weights) {
      for (let at = 0; at < wrong.length; at++) weight[at] = (weight[at] ?? 0) - (wrong[at] ?? 0);
    }
  }

  #likelihoods(weights: readonly Float64Array[], length: number): Float64Array {
    const sums = new Float64Array(this.#sizes.length);
    for (const weight of weights) {
      for (let at = 0; at < sums.length; at++) sums[at] = (sums[at] ?? 0) + (weight[at] ?? 0);
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
