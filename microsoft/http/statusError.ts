/** What a status other than success means. */
import { UpgraderaError } from '../../commerce/base/errors.ts';
import { retryAfterSeconds } from '../../commerce/base/retryAfter.ts';
import type { Incoming } from './exchange.ts';

/** A clear no to one request. */
export class RefusedError extends UpgraderaError {
  readonly status: number;

  constructor(status: number, detail: string) {
    super('upstream.refused', detail);
    this.status = status;
  }
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
