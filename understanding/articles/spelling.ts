/** Reads words with a slip of the finger as the known words that were meant. */

/** Shorter words become others too easily. */
const shortest = 5;

export class Spelling {
  readonly #known: ReadonlySet<string>;
  /** By first letter: a slip seldom hits that one. */
  readonly #byInitial = new Map<string, string[]>();

  /**
   * @param meant what a word may be a slip of.
   * @param others known as well: these are no slips.
   */
  constructor(meant: readonly string[], others: readonly string[]) {
    this.#known = new Set([...meant, ...others]);
    for (const word of new Set(meant)) {
      const alike = this.#byInitial.get(word.charAt(0)) ?? [];
      alike.push(word);
      this.#byInitial.set(word.charAt(0), alike);
    }
  }

  /** @returns the word itself when it is known, or when none is one slip away. */
  meant(word: string): string {
    if (this.#known.has(word) || word.length < shortest || /\d/.test(word)) return word;
    const alike = this.#byInitial.get(word.charAt(0)) ?? [];
    return alike.find((one) => one.length >= shortest && isOneSlip(word, one)) ?? word;
  }
}

/** One letter changed, left out or put in, or two letters swapped. */
function isOneSlip(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (a[start] === b[start]) start++;
  let end = 0;
  while (end < a.length - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  const [restOfA, restOfB] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  if (restOfA.length < 2 && restOfB.length < 2) return true;
  return restOfA.length === 2 && restOfA === [...restOfB].reverse().join('');
}
