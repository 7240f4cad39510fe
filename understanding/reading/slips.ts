/** Words with a slip of the keyboard in them. */

/** One letter too many, too few, wrong, or two in the wrong order: in a long word two of that. */
export function isSlipOf(word: string, meant: string): boolean {
  const allowed = meant.length >= 10 ? 2 : meant.length >= 5 ? 1 : 0;
  return Math.abs(word.length - meant.length) <= allowed && distance(word, meant) <= allowed;
}

/** @returns the word itself when it is known, else the only one that it may be a slip of */
export function withoutSlip(word: string, known: ReadonlySet<string>): string {
  if (known.has(word) || word.length < 5 || /\d/.test(word)) return word;
  const meant = [...known].filter((one) => one[0] === word[0] && isSlipOf(word, one));
  return meant.length === 1 && meant[0] ? meant[0] : word;
}

/** Optimal string alignment. */
function distance(a: string, b: string): number {
  let [earlier, last] = [[] as number[], Array.from({ length: b.length + 1 }, (_, at) => at)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const swapped = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      row.push(
        Math.min(
          (last[j] ?? 0) + 1,
          (row[j - 1] ?? 0) + 1,
          (last[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1),
          i > 1 && j > 1 && swapped ? (earlier[j - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
        ),
      );
    }
    [earlier, last] = [last, row];
  }
  return last[b.length] ?? 0;
}
