import type { Role } from '../model/role.ts';

/** What testers may do to a tenant that is simulated. */
export interface TesterControl {
  scenarios(): readonly string[];
  /** @returns false when there is no such scenario. */
  setScenario(tenantId: string, name: string): Promise<boolean>;
  /** Moves the tenant's time ahead; what is due by then has happened. */
  moveTime(tenantId: string, duration: Temporal.Duration): Promise<void>;
  setRole(tenantId: string, userId: string, role: Role): Promise<void>;
  /** Back to the first day of the scenario that is set. */
  reset(tenantId: string): Promise<void>;
}
