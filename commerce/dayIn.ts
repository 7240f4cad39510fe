/** @returns the ISO day of an instant in an IANA time zone */
export function dayIn(timeZone: string, instant: Temporal.Instant): string {
  return instant.toZonedDateTimeISO(timeZone).toPlainDate().toString();
}
