/** Business days of a country: no weekends, no public holidays (R26, R66). */
import { createRequire } from 'node:module';
import type Holidays from 'date-holidays';
import { memoize } from './memoize.ts';

const saturday = 6;

const require = createRequire(import.meta.url);
/** The holidays of all countries are 20 MB in memory: read when somebody asks for a day. */
const holidaysIn = memoize((country): Holidays => {
  const Calendar: typeof Holidays = require('date-holidays');
  return new Calendar(country);
});

/**
 * The day that is `count` business days after `from`.
 * @param from ISO day. @param country ISO 3166-1 alpha-2; an unknown one has weekends only.
 */
export function addBusinessDays(from: string, count: number, country: string): string {
  const holidays = holidaysIn(country);
  let day = Temporal.PlainDate.from(from);
  for (let left = count; left > 0; ) {
    day = day.add({ days: 1 });
    if (day.dayOfWeek < saturday && !isPublicHoliday(holidays, day)) left -= 1;
  }
  return day.toString();
}

function isPublicHoliday(holidays: Holidays, day: Temporal.PlainDate): boolean {
  const [timeZone] = holidays.getTimezones() ?? [];
  if (!timeZone) return false;
  // Noon in the country: a text would be read in the time zone of this process.
  const noon = day.toZonedDateTime({ timeZone, plainTime: '12:00' });
  const found = holidays.isHoliday(new Date(noon.epochMilliseconds));
  return (
    found !== false && found.some((holiday) => holiday.type === 'public' || holiday.type === 'bank')
  );
}
