/** Learns from sentences which of some classes a text belongs to: logistic regression over its traits. */
import { type KeptTraits, TraitTable } from '../articles/traitTable.ts';

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

/** What a sentence is, and its traits. */
interface Row {
  right: number;
  traits: Int32Array;
  /** So surely right in the last round that the next one would teach nothing. */
  isSure: boolean;
}

/** From that likelihood on. */
const surely = 0.995;
/** The weights are kept in steps, of which there are so many on each side of nothing. */
const steps = 127;

/** How much each trait says for each of the classes, one after the other, and what each class has by itself. */
export interface Weights {
  ofTraits: Float32Array | Int8Array;
  /** What one is worth. */
  scale: number;
  ofClasses: Float32Array;
}

/** All that was learned. */
export interface Learned<Class extends string> {
  classes: readonly Class[];
  traits: KeptTraits;
  weights: Weights;
}

export class Classifier<Class extends string> {
  readonly #classes: readonly Class[];
  readonly #traits: TraitTable;
  readonly #weights: Weights;

  constructor({ classes, traits, weights }: Learned<Class>) {
    this.#classes = classes;
    this.#traits = new TraitTable(traits);
    this.#weights = weights;
  }

  /** @returns all classes, the likeliest first */
  of(traits: readonly string[]): Likely<Class>[] {
    const known = traits.map((trait) => this.#traits.find(trait)).filter((trait) => trait >= 0);
    const likelihoods = new Float64Array(this.#classes.length);
    judge(this.#weights, Int32Array.from(known), Math.sqrt(traits.length), likelihoods);
    return this.#classes
      .map((is, at) => ({ is, likelihood: likelihoods[at] ?? 0 }))
      .sort((a, b) => b.likelihood - a.likelihood);
  }
}

/** @param examples one after the other: their traits are not kept */
export function learnFrom<Class extends string>(
  examples: Iterable<Example<Class>>,
): Learned<Class> {
  const classes: Class[] = [];
  const traits = new TraitTable();
  const rows: Row[] = [];
  for (const example of examples) {
    if (!classes.includes(example.is)) classes.push(example.is);
    rows.push({
      right: classes.indexOf(example.is),
      traits: Int32Array.from(example.traits, (trait) => traits.placeOf(trait)),
      isSure: false,
    });
  }
  const weights = inSteps(weighed(rows, traits.size, classes.length));
  return { classes, traits: traits.kept, weights };
}

function weighed(rows: readonly Row[], traits: number, classes: number): Weights {
  const weights = {
    ofTraits: new Float32Array(traits * classes),
    scale: 1,
    ofClasses: new Float32Array(classes),
  };
  const likelihoods = new Float64Array(classes);
  for (let round = 0; round < rounds; round++) {
    const step = rate / (1 + decay * round);
    for (const row of shuffled(rows, round)) {
      if (row.isSure) row.isSure = false;
      else learn(weights, row, step, likelihoods);
    }
  }
  return weights;
}

/** @param wrong is written over */
function learn(weights: Weights, row: Row, step: number, wrong: Float64Array): void {
  const { ofTraits, ofClasses } = weights;
  const { right, traits } = row;
  const length = Math.sqrt(traits.length) || 1;
  judge(weights, traits, length, wrong);
  row.isSure = (wrong[right] ?? 0) >= surely;
  wrong[right] = (wrong[right] ?? 0) - 1;
  const many = wrong.length;
  for (let is = 0; is < many; is++) {
    const by = step * (wrong[is] ?? 0);
    if (Math.abs(by) < leastStep) continue;
    ofClasses[is] = (ofClasses[is] ?? 0) - by * rateOfSize;
    const each = by / length;
    for (let nth = 0; nth < traits.length; nth++) {
      const at = (traits[nth] ?? 0) * many + is;
      ofTraits[at] = (ofTraits[at] ?? 0) - each;
    }
  }
}

/** @param sums gets the likelihood of each class */
function judge(
  { ofTraits, scale, ofClasses }: Weights,
  traits: Int32Array,
  length: number,
  sums: Float64Array,
): void {
  const many = sums.length;
  sums.fill(0);
  for (let nth = 0; nth < traits.length; nth++) {
    const place = (traits[nth] ?? 0) * many;
    for (let at = 0; at < many; at++) sums[at] = (sums[at] ?? 0) + (ofTraits[place + at] ?? 0);
  }
  let total = 0;
  for (let at = 0; at < many; at++) {
    const one = Math.exp(((sums[at] ?? 0) * scale) / (length || 1) + (ofClasses[at] ?? 0));
    sums[at] = one;
    total += one;
  }
  for (let at = 0; at < many; at++) sums[at] = (sums[at] ?? 0) / total;
}

/** In a quarter of the memory; what is lost by that is less than a hundredth of a likelihood. */
function inSteps({ ofTraits, ofClasses }: Weights): Weights {
  let most = 0;
  for (let at = 0; at < ofTraits.length; at++) most = Math.max(most, Math.abs(ofTraits[at] ?? 0));
  const scale = most / steps || 1;
  const inBytes = new Int8Array(ofTraits.length);
  for (let at = 0; at < ofTraits.length; at++)
    inBytes[at] = Math.round((ofTraits[at] ?? 0) / scale);
  return { ofTraits: inBytes, scale, ofClasses };
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
