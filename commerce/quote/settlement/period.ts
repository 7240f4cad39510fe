/** Days of a charge period. A period is half-open: its end is the first day of the next one. */
import type { ChargePeriod } from '../../model/subscription.ts';

/** Days from one ISO day to another; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return Temporal.PlainDate.from(from).until(to, { largestUnit: 'days' }).days;
}

/** All days of the period: 366 for a year that contains 29 February (R99). */
export function daysOf(period: Pick<ChargePeriod, 'start' | 'end'>): number {
  return daysBetween(period.start, period.end);
}

/**
 * Days of the period that the old plan doesn't use, today among them: the day of the upgrade is
 * billed to the new plan (R91). 0 once the period is over, all of it before it begins.
 */
export function unusedDays(period: Pick<ChargePeriod, 'start' | 'end'>, today: string): number {
  return Math.min(Math.max(daysBetween(today, period.end), 0), daysOf(period));
}
