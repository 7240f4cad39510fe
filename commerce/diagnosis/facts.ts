/** Everything that diagnosis judges by, gathered once, so that the rules are pure. */

import type { Targets } from '../catalog/targets.ts';
import type { BillingAccount } from '../model/account.ts';
import type { PriceBook } from '../model/catalog.ts';
import type { Order } from '../model/order.ts';
import type { Plan } from '../model/plan.ts';
import type { RolesOfPerson } from '../model/role.ts';
import type { Subscription } from '../model/subscription.ts';
import type { OrUnknown } from '../model/unknown.ts';
import type { LicensedUser, ServiceIncident } from '../ports/directory.ts';
import type { Refusal } from '../ports/seller.ts';
import type { AddOn } from '../quote/addOns.ts';

export interface Facts {
  /** ISO instant in the tenant's time. */
  now: string;
  account: BillingAccount;
  roles: RolesOfPerson;
  /** All of the tenant's subscriptions, the examined one among them. */
  subscriptions: Subscription[];
  subscription: Subscription;
  /** Absent when the catalogue doesn't know the product. */
  plan: Plan | undefined;
  targets: Targets;
  /** What the tenant pays. */
  priceBook: PriceBook;
  refusals: Refusal[];
  /** What is offered was told by nobody who sells. */
  tentative?: boolean;
  /** Upgrades of this tenant that are placed, as far as we know, and not over yet. */
  openOrders: Order[];
  /** Ids of payment methods that a credit check has declined for this subscription (R73). */
  declinedMethods: string[];
  incidents: OrUnknown<ServiceIncident[]>;
  /** Users whose licence is not covered by a bought one; unknown for who may not see users. */
  overAssigned: OrUnknown<LicensedUser[]>;
  /** Whether services are turned off, or licences come from groups, can't be told. */
  licensingUnknown?: boolean;
  /** Add-ons of the tenant, as far as the catalogue knows them. */
  addOns: AddOn[];
  /** Other plans in use, each once, by name: no add-ons, and not the same product again (R30). */
  otherPlans: string[];
  /** ISO instant at which the channel first said that it is too busy; absent while it doesn't (R33). */
  busySince?: string;
}
