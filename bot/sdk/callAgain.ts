/**
 * Which failed calls to the channel may be made again, and after how long ("Optimize your bot with
 * rate limiting in Teams" names 412, 429, 502 and 504).
 */

/** How often a call is made in all, where making it again does no harm. */
export const attempts = 3;

/** Nothing was posted: too many calls, or something else went on in the conversation. */
export const notPosted: readonly number[] = [412, 429];

/** Likewise when a message is replaced: that twice is that once. A 429 is for the pace to heed. */
export const passingForUpdates: readonly number[] = [412, 502, 504];

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
