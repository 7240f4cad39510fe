/** Who gets the figures of `GET /metrics`. */
import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { mayReach } from './hostGuard.ts';

export interface MetricsAccess {
  /** Whether senders of activities are authenticated, which is where strangers can reach the port. */
  authenticates: boolean;
  /** What a scraper must show as its bearer token. */
  metricsToken?: string;
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/**
 * With a token, those who show it; without one nobody, except on a machine where people try the bot out.
 * @returns the HTTP status; 404 where there is nothing to be had
 */
export function metricsStatus(
  { authorization = '', ...headers }: IncomingHttpHeaders,
  { authenticates, metricsToken }: MetricsAccess,
): 200 | 401 | 404 {
  if (metricsToken === undefined) return !authenticates && mayReach(headers) ? 200 : 404;
  const [, shown = ''] = /^Bearer (.+)$/i.exec(authorization) ?? [];
  // Digests have one length, so that the time tells nothing of the token's.
  return timingSafeEqual(digest(shown), digest(metricsToken)) ? 200 : 401;
}
