/** How fast the bot speaks unasked: one place for the figures. */

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
