/** What the traits of a text say about the article that it belongs to, taken together: naive Bayes. */
import type { Posting } from './traitIndex.ts';

/** The usual share of a trait counts as much as so many texts of an article. */
const doubt = 4;

export class NaiveBayes {
  readonly #slugs: string[];
  /** Of each text, the place of its slug. */
  readonly #places: number[];
  /** How many texts each slug has. */
  readonly #sizes: number[];

  /** @param slugs of the texts, in their order. Texts after these have none, and don't count. */
  constructor(slugs: readonly string[]) {
    this.#slugs = [...new Set(slugs)];
    const places = new Map(this.#slugs.map((slug, place) => [slug, place]));
    this.#places = slugs.map((slug) => places.get(slug) ?? 0);
    this.#sizes = this.#slugs.map(() => 0);
    for (const place of this.#places) this.#sizes[place] = (this.#sizes[place] ?? 0) + 1;
  }

  /** @returns by slug, how much likelier the text is there than elsewhere: a logarithm. */
  of(found: readonly Posting[]): Map<string, number> {
    const texts = this.#places.length;
    const likelier = new Float64Array(this.#slugs.length);
    let known = 0;
    for (const { weight, at } of found) {
      const { counts, total } = this.#count(at);
      if (total > 0) known += 1;
      for (const [place, size] of total > 0 ? this.#sizes.entries() : []) {
        const count = counts[place] ?? 0;
        const here = (count + (doubt * total) / texts) / (size + doubt);
        const there = (total - count + 0.5) / (texts - size + 1);
        likelier[place] = (likelier[place] ?? 0) + weight * Math.log(here / there);
      }
    }
    const root = Math.sqrt(known) || 1;
    return new Map(this.#slugs.map((slug, place) => [slug, (likelier[place] ?? 0) / root]));
  }

  #count(at: Uint16Array): { counts: Float64Array; total: number } {
    const counts = new Float64Array(this.#slugs.length);
    let total = 0;
    for (const text of at) {
      const place = this.#places[text];
      if (place === undefined) continue;
      counts[place] = (counts[place] ?? 0) + 1;
      total += 1;
    }
    return { counts, total };
  }
}
