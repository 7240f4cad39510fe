/** What a status other than success means. */
import { UpgraderaError } from '../../commerce/base/errors.ts';
import type { Incoming } from './exchange.ts';

/** A clear no to one request. */
export class RefusedError extends UpgraderaError {
  readonly status: number;

  constructor(status: number, detail: string) {
    super('upstream.refused', detail);
    this.status = status;
  }
}

/** `Retry-After` is seconds or a date. @returns seconds, where it says any */
export function retryAfterSeconds(
  header: string | undefined,
  now = Date.now(),
): number | undefined {
  if (!header) return undefined;
  const seconds = /^\d+$/.test(header) ? Number(header) : (Date.parse(header) - now) / 1000;
  return Number.isNaN(seconds) ? undefined : Math.max(0, seconds);
}

/** @param told what the service says of it, free of personal data and secrets */
export function statusError(
  operation: string,
  { status, headers }: Pick<Incoming, 'status' | 'headers'>,
  told = '',
): UpgraderaError {
  const detail = [operation, status, told].filter((part) => part !== '').join(' ');
  const wait = retryAfterSeconds(headers['retry-after']);
  if (status === 429) return new UpgraderaError('upstream.throttled', detail, undefined, wait);
  if (status === 408 || status >= 500) {
    return new UpgraderaError('upstream.unavailable', detail, undefined, wait);
  }
  // 2xx is not asked about, and nothing that we ask for stands elsewhere.
  if (status < 400) return new UpgraderaError('upstream.malformed', detail);
  return new RefusedError(status, detail);
}
