/** Business days of a country: no weekends, no public holidays (R26, R66). */
import { isPublicHoliday } from './publicHolidays.ts';

const saturday = 6;

/**
 * The day that is `count` business days after `from`.
 * @param from ISO day. @param country ISO 3166-1 alpha-2; an unknown one has weekends only, and so has every one in a
 * year of which no holidays are written down.
 */
export function addBusinessDays(from: string, count: number, country: string): string {
  let day = Temporal.PlainDate.from(from);
  for (let left = count; left > 0; ) {
    day = day.add({ days: 1 });
    if (day.dayOfWeek < saturday && !isPublicHoliday(country, day)) left -= 1;
  }
  return day.toString();
}
