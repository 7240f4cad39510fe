/**
 * `Retry-After` of HTTP is seconds or a date.
 * @param now milliseconds since 1970
 * @returns seconds, where it says any
 */
export function retryAfterSeconds(
  header: string | undefined,
  now = Date.now(),
): number | undefined {
  if (!header) return undefined;
  const seconds = /^\d+$/.test(header) ? Number(header) : (Date.parse(header) - now) / 1000;
  return Number.isNaN(seconds) ? undefined : Math.max(0, seconds);
}
