/** Sets of users, as runs of their numbers in ascending order that do not touch each other. */

/** From `from` to before `to`. */
export interface Range {
  from: number;
  to: number;
}

export const sizeOf = (ranges: readonly Range[]): number =>
  ranges.reduce((sum, { from, to }) => sum + to - from, 0);

export const isIn = (ranges: readonly Range[], at: number): boolean =>
  ranges.some(({ from, to }) => from <= at && at < to);

export function common(some: readonly Range[], others: readonly Range[]): Range[] {
  return some.flatMap((one) =>
    others
      .map((other) => ({ from: Math.max(one.from, other.from), to: Math.min(one.to, other.to) }))
      .filter(({ from, to }) => from < to),
  );
}

export function union(some: readonly Range[], others: readonly Range[]): Range[] {
  const all = [...some, ...others].sort((a, b) => a.from - b.from);
  const joined: Range[] = [];
  for (const range of all) {
    const last = joined.at(-1);
    if (last && range.from <= last.to) last.to = Math.max(last.to, range.to);
    else joined.push({ ...range });
  }
  return joined;
}

/** The first so many, and the rest. */
export function split(ranges: readonly Range[], count: number): [first: Range[], rest: Range[]] {
  let left = count;
  const first: Range[] = [];
  const rest: Range[] = [];
  for (const { from, to } of ranges) {
    const edge = Math.min(to, from + left);
    left -= edge - from;
    if (from < edge) first.push({ from, to: edge });
    if (edge < to) rest.push({ from: edge, to });
  }
  return [first, rest];
}

/** The last so many, the last one first. */
export function last(ranges: readonly Range[], count: number): number[] {
  const [, tail] = split(ranges, Math.max(0, sizeOf(ranges) - count));
  const numbers = tail.flatMap(({ from, to }) =>
    Array.from({ length: to - from }, (_, at) => from + at),
  );
  return numbers.reverse();
}
