import { pollIntervals } from '../../model/policyValues.ts';

const hour = 60 * 60;

/**
 * Seconds until an order is looked at again (R75).
 * @param running seconds since it was placed
 * @param advised seconds that the service asks us to wait, where it does
 */
export function pollInterval(running: number, advised = usualInterval(running)): number {
  return Math.min(advised, pollIntervals.afterAnHourSeconds);
}

function usualInterval(running: number): number {
  const { share, shortestSeconds, longestSeconds, afterAnHourSeconds } = pollIntervals;
  if (running >= hour) return afterAnHourSeconds;
  return Math.min(Math.max(running * share, shortestSeconds), longestSeconds);
}
