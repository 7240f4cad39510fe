/** A day of the year on which a scenario begins, so that what was worked out for it holds. */
export interface FirstMoment {
  month: number;
  day: number;
  /** Time of day in the tenant's time zone, `HH:MM`. */
  at: string;
}

/** The next such moment from `now` on, in a year of 365 days (R99). */
export function nextMoment(
  { month, day, at }: FirstMoment,
  timeZone: string,
  now: Temporal.Instant,
): Temporal.Instant {
  const { year } = now.toZonedDateTimeISO(timeZone);
  let date = Temporal.PlainDate.from({ year, month, day });
  const moment = () => date.toZonedDateTime({ timeZone, plainTime: at }).toInstant();
  while (date.inLeapYear || Temporal.Instant.compare(moment(), now) < 0) {
    date = date.add({ years: 1 });
  }
  return moment();
}
