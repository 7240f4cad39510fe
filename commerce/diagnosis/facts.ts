/** Everything that diagnosis judges by, gathered once, so that the rules are pure. */
import type { BillingAccount } from '../account.ts';
import type { Targets } from '../catalog/targets.ts';
import type { Plan } from '../plan.ts';
import type { Refusal, Role } from '../ports.ts';
import type { Subscription } from '../subscription.ts';
import type { Order } from '../upgrade/order.ts';

export interface Facts {
  /** ISO instant in the tenant's time. */
  now: string;
  account: BillingAccount;
  roles: Role[];
  /** All of the tenant's subscriptions, the examined one among them. */
  subscriptions: Subscription[];
  subscription: Subscription;
  /** Absent when the catalogue doesn't know the product. */
  plan: Plan | undefined;
  targets: Targets;
  refusals: Refusal[];
  /** Upgrades of this tenant that we placed and that are not over yet. */
  openOrders: Order[];
}
