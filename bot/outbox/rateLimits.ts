/** How fast and how often the bot speaks unasked: one place for the figures. */

/** At most so many calls in any span of so many seconds. */
export interface Limit {
  calls: number;
  seconds: number;
}

/**
 * In one conversation. Teams takes 7 in a second, 8 in two and 60 in thirty ("Optimize your bot with
 * rate limiting in Teams"); a little less, since answers to people count as well.
 */
export const conversationLimits: readonly Limit[] = [
  { calls: 6, seconds: 1 },
  { calls: 7, seconds: 2 },
  { calls: 50, seconds: 30 },
];

/** In one tenant. Microsoft's pages name 30 and 50 a second for an app. */
export const tenantLimits: readonly Limit[] = [{ calls: 25, seconds: 1 }];

/** Milliseconds for which a message waits in memory; what has to wait longer is asked for again. */
export const longestWait = 2_000;

/** Milliseconds between two pictures of the same progress on a card. */
export const progressPause = 3_000;

/** Replacing a card twice does no harm: so often it is tried, and after which answers (same page). */
export const updateAttempts = 3;
export const passingFailures: readonly number[] = [412, 502, 504];

/** Seconds until the next attempt where the channel does not say: a random time below a growing bound. */
const backoff = { first: 1, longest: 300, growth: 3 };

/**
 * Milliseconds to wait after a refusal.
 * @param told seconds, from `Retry-After`; a little is added so that not all come back at once
 * @param attempts in vain so far, this one included
 */
export function waitAfter(told: number | undefined, attempts: number): number {
  const { first, longest, growth } = backoff;
  if (told !== undefined) return Math.ceil(told * 1000 * (1 + Math.random() / 10));
  const bound = Math.min(longest, first * growth ** Math.min(attempts, 10));
  return Math.ceil(1000 * (first + Math.random() * (bound - first)));
}
