/** On which working days which country rests, from the rules that `date-holidays` knows. */
import Holidays from 'date-holidays';

/** By country (ISO 3166-1 alpha-2) and year: the days that are on no weekend, `MM-DD` and a space between. */
export type PublicHolidays = Record<string, Record<string, string>>;

const saturday = 6;
const resting: readonly string[] = ['public', 'bank'];

export const knownCountries = (): string[] => Object.keys(new Holidays().getCountries());

/** @param years both are in it */
export function publicHolidaysOf(
  countries: readonly string[],
  years: { first: number; last: number },
): PublicHolidays {
  return Object.fromEntries(countries.map((country) => [country, byYear(daysIn(country, years))]));
}

/** A day counts when the country rests at noon. */
function daysIn(country: string, { first, last }: { first: number; last: number }): string[] {
  const calendar = new Holidays(country);
  const [timeZone] = calendar.getTimezones();
  if (timeZone === undefined) return [];
  const days = new Set<string>();
  // A holiday may begin in the year before.
  for (let year = first - 1; year <= last; year += 1) {
    for (const { type, start, end } of calendar.getHolidays(year)) {
      if (!resting.includes(type)) continue;
      const begin = Temporal.Instant.fromEpochMilliseconds(start.getTime());
      let day = begin.toZonedDateTimeISO(timeZone).toPlainDate();
      for (let noon = noonOf(day, timeZone); noon < end.getTime(); noon = noonOf(day, timeZone)) {
        const works = day.dayOfWeek < saturday && day.year >= first && day.year <= last;
        if (noon >= start.getTime() && works) days.add(day.toString());
        day = day.add({ days: 1 });
      }
    }
  }
  return [...days].sort();
}

const noonOf = (day: Temporal.PlainDate, timeZone: string): number =>
  day.toZonedDateTime({ timeZone, plainTime: '12:00' }).epochMilliseconds;

function byYear(days: readonly string[]): Record<string, string> {
  const years = Map.groupBy(days, (day) => day.slice(0, 4));
  return Object.fromEntries(
    [...years].map(([year, found]) => [year, found.map((day) => day.slice(5)).join(' ')]),
  );
}
