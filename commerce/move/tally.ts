/** Sums over users that add up, however often a part is gone through. */
import type { Mover, Tally } from '../model/move/movePart.ts';

export const nothing: Tally = { states: {}, reasons: {} };

export function tallyOf(users: readonly Mover[]): Tally {
  const left = users.filter(({ state }) => state === 'refused' || state === 'unneeded');
  return {
    states: count(users.map(({ state }) => state)),
    reasons: count(left.map(({ reason = 'Other' }) => reason)),
  };
}

/** `sum` with what a part says now instead of what was counted of it. */
export function recounted(sum: Tally, counted: Tally, now: Tally): Tally {
  return {
    states: added(added(sum.states, counted.states, -1), now.states, 1),
    reasons: added(added(sum.reasons, counted.reasons, -1), now.reasons, 1),
  };
}

/** How often each comes. */
export function count(keys: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const key of keys) counts[key] = (counts[key] ?? 0) + 1;
  return counts;
}

/** Without what has come down to nothing. */
export function added(
  sum: Readonly<Record<string, number>>,
  other: Readonly<Record<string, number>>,
  sign: 1 | -1,
): Record<string, number> {
  const keys = Object.keys({ ...sum, ...other });
  const entries = keys.map((key) => [key, (sum[key] ?? 0) + sign * (other[key] ?? 0)] as const);
  return Object.fromEntries(entries.filter(([, amount]) => amount !== 0));
}
