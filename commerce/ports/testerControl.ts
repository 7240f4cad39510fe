import type { Role } from '../model/role.ts';

/** What testers may do to a tenant that is simulated. */
export interface TesterControl {
  scenarios(): readonly string[];
  /** @returns false when there is no such scenario. */
  setScenario(tenantId: string, name: string): Promise<boolean>;
  /** Moves the tenant's time ahead; what is due by then has happened. */
  moveTime(tenantId: string, duration: Temporal.Duration): Promise<void>;
  setRole(tenantId: string, userId: string, role: Role): Promise<void>;
  /**
   * As somebody would in an admin center: a subscription of its own, paid by the month for a year.
   * @returns false for a product that is not sold
   */
  buy(tenantId: string, skuId: string, quantity: number): Promise<boolean>;
  /**
   * Likewise: so many licences are left of a subscription, with 0 it is cancelled.
   * @returns false where the tenant has no such subscription, or not more than that
   */
  reduce(tenantId: string, subscriptionId: string, quantity: number): Promise<boolean>;
  /**
   * Likewise: a group gives its members another product, in place of the one that it gives.
   * @returns false where there is no such group, or not enough licences
   */
  changeGroup(tenantId: string, group: string, skuId: string): Promise<boolean>;
  /** Back to the first day of the scenario that is set. */
  reset(tenantId: string): Promise<void>;
}
