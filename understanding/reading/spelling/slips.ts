/** Words with a slip of the keyboard in them. */
import { memoizeByObject } from '../../../commerce/base/memoize.ts';

/** One letter too many, too few, wrong, or two in the wrong order: in a long word two of that. */
export function isSlipOf(word: string, meant: string): boolean {
  const allowed = meant.length >= 10 ? 2 : meant.length >= 5 ? 1 : 0;
  return (
    Math.abs(word.length - meant.length) <= allowed && distance(word, meant, allowed) <= allowed
  );
}

const byLetter = memoizeByObject((known: ReadonlySet<string>) =>
  Map.groupBy(known, ([letter]) => letter),
);

/** @param least letters of a word that may have a slip. @returns the word itself when it is known, else the only one that it may be a slip of */
export function withoutSlip(word: string, known: ReadonlySet<string>, least = 5): string {
  if (known.has(word) || word.length < least || /\d/.test(word)) return word;
  const meant = (byLetter(known).get(word[0]) ?? []).filter((one) => isSlipOf(word, one));
  return meant.length === 1 && meant[0] ? meant[0] : word;
}

/** Optimal string alignment, as far as it is at most `most`: what differs more is `most + 1`. */
function distance(a: string, b: string, most: number): number {
  const far = most + 1;
  let earlier: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const row: number[] = new Array(b.length + 1).fill(far);
    row[0] = i;
    let least = i;
    for (let j = Math.max(1, i - most); j <= Math.min(b.length, i + most); j++) {
      const isSame = a[i - 1] === b[j - 1];
      const isSwapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const edited = Math.min(last[j] ?? far, row[j - 1] ?? far) + 1;
      const kept = (last[j - 1] ?? far) + (isSame ? 0 : 1);
      const swapped = isSwapped ? (earlier[j - 2] ?? far) + 1 : far;
      const cell = Math.min(edited, kept, swapped);
      row[j] = cell;
      least = Math.min(least, cell);
    }
    if (least > most) return far;
    [earlier, last] = [last, row];
  }
  return last[b.length] ?? far;
}
