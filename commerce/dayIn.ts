/** The day that it is somewhere. */
import { keptLast } from './kept.ts';

const quarterHourMs = 15 * 60 * 1_000;

/** Everywhere days begin at a quarter of an hour. */
const dayOfQuarter = keptLast((key) => {
  const [quarter, timeZone = ''] = key.split(' ');
  return Temporal.Instant.fromEpochMilliseconds(Number(quarter) * quarterHourMs)
    .toZonedDateTimeISO(timeZone)
    .toPlainDate()
    .toString();
});

/** @returns the ISO day of an instant in an IANA time zone */
export function dayIn(timeZone: string, instant: Temporal.Instant): string {
  return dayOfQuarter(`${Math.floor(instant.epochMilliseconds / quarterHourMs)} ${timeZone}`);
}
