import { tenantTime } from '../tenant/tenantNow.ts';
import type { TenantState } from '../tenant/tenantState.ts';
import { forgotten } from '../tenant/userChanges.ts';
import { firstDay } from './firstDay.ts';
import type { Scenario } from './scenario.ts';

/** Enough for every order that may still ask after its operation. */
const rememberedOperations = 20;

/**
 * The tenant on the first day of a scenario. Upgrades that were under way have
 * failed: orders that wait for them come to an end, and nothing of them shows on the new first day.
 */
export function startAnew(
  state: TenantState,
  scenario: Scenario,
  tenantId: string,
  realNow: Temporal.Instant,
): TenantState {
  const frozenAt = tenantTime(state, realNow).toString();
  const past = state.operations.slice(-rememberedOperations);
  const next = firstDay(
    scenario,
    tenantId,
    realNow,
    past.map((operation) => ({ frozenAt, ...operation })),
  );
  return state.users ? { ...next, users: forgotten(state.users) } : next;
}
