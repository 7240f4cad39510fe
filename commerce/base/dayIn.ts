import { memoize, memoizeLast } from './memoize.ts';

/** Milliseconds. Offsets of time zones are whole quarters of an hour, so a day begins with one. */
const quarter = 15 * 60 * 1_000;

/** The day of a quarter of an hour, counted since 1970: mostly it is asked for the present one. */
const daysOf = memoize((timeZone) =>
  memoizeLast((quarters) =>
    Temporal.Instant.fromEpochMilliseconds(Number(quarters) * quarter)
      .toZonedDateTimeISO(timeZone)
      .toPlainDate()
      .toString(),
  ),
);

/** @returns the ISO day of an instant in an IANA time zone, from 1973 on */
export function dayIn(timeZone: string, instant: Temporal.Instant): string {
  return daysOf(timeZone)(String(Math.floor(instant.epochMilliseconds / quarter)));
}
