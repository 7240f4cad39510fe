/** Business days of a country: no weekends, no public holidays (R26, R66). */
import Holidays from 'date-holidays';

const saturday = 6;

/**
 * The day that is `count` business days after `from`.
 * @param from ISO day. @param country ISO 3166-1 alpha-2; an unknown one has weekends only.
 */
export function addBusinessDays(from: string, count: number, country: string): string {
  const holidays = new Holidays(country);
  let day = Temporal.PlainDate.from(from);
  for (let left = count; left > 0; ) {
    day = day.add({ days: 1 });
    if (day.dayOfWeek < saturday && !isPublicHoliday(holidays, day)) left -= 1;
  }
  return day.toString();
}

function isPublicHoliday(holidays: Holidays, day: Temporal.PlainDate): boolean {
  const found = holidays.isHoliday(`${day.toString()} 12:00:00`);
  return (
    found !== false && found.some((holiday) => holiday.type === 'public' || holiday.type === 'bank')
  );
}
