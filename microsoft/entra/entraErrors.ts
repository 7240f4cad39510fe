/** What it means that no token is given. */
import { AuthError, ServerError } from '@azure/msal-node';
import { type ErrorCode, UpgraderaError } from '../../commerce/base/errors.ts';

/** Numbers of https://learn.microsoft.com/entra/identity-platform/reference-error-codes */
const meanings: readonly { code: ErrorCode; numbers: readonly string[] }[] = [
  // Not installed in the tenant, taken out of it, or turned off there.
  { code: 'connection.not-consented', numbers: ['700016', '7000229', '7000112', '65001'] },
  { code: 'connection.tenant-unknown', numbers: ['90002', '900023', '900021'] },
  // Conditional Access for workload identities.
  { code: 'connection.blocked', numbers: ['53003', '530035', '53000', '53001', '53002'] },
  { code: 'upstream.unavailable', numbers: ['90033', '90024', '50196'] },
];

const safe = /^[\w.-]{1,60}$/;

/** Nothing but names and numbers: the texts hold ids, and nobody knows what else. */
export function entraError(error: unknown): UpgraderaError {
  if (error instanceof UpgraderaError) return error;
  if (!(error instanceof AuthError)) return new UpgraderaError('upstream.refused', 'token');
  // More than one class of the library's errors has it.
  const { errorNo = '' } = error as { errorNo?: unknown };
  const number = String(errorNo);
  const detail = ['token', error.errorCode, number && `AADSTS${number}`]
    .filter((part) => safe.test(part))
    .join(' ');
  const known = meanings.find(({ numbers }) => numbers.includes(number))?.code;
  if (known) return new UpgraderaError(known, detail);
  const isOurs = ['invalid_client', 'unauthorized_client'].includes(error.errorCode);
  if (isOurs) return new UpgraderaError('connection.app-refused', detail);
  const isServers = error instanceof ServerError;
  return new UpgraderaError(isServers ? 'upstream.refused' : 'upstream.malformed', detail);
}
