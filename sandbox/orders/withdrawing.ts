import { UpgraderaError } from '../../commerce/base/errors.ts';
import { statusOf } from '../tenant/operation.ts';
import type { TenantState } from '../tenant/tenantState.ts';

/**
 * Possible while the credit is checked; nothing is set up before that is decided.
 * @throws operation.unknown
 */
export function withdrawn(
  state: TenantState,
  operationId: string,
  now: Temporal.Instant,
): { state: TenantState; result: 'withdrawn' | 'tooLate' } {
  const operation = state.operations.find(({ id }) => id === operationId);
  if (!operation) throw new UpgraderaError('operation.unknown', operationId);
  const { phase } = statusOf(operation, now);
  if (phase === 'withdrawn') return { state, result: 'withdrawn' };
  if (phase !== 'creditCheck') return { state, result: 'tooLate' };
  const taken = { ...operation, withdrawnAt: now.toString() };
  const operations = state.operations.map((one) => (one === operation ? taken : one));
  return { state: { ...state, operations }, result: 'withdrawn' };
}
