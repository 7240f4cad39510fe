/** What a simulated tenant is like on its first day, as data. */
import type { Agreement } from '../account.ts';
import type { Refusal, Role } from '../ports.ts';
import type { SubscriptionStatus } from '../subscription.ts';
import type { BillingCycle, Term } from '../terms.ts';
import type { Operation, Pace } from './operation.ts';

export interface ProductSeed {
  skuId: string;
  quantity: number;
  assigned: number;
  term: Term;
  billing: BillingCycle;
  status: SubscriptionStatus;
  autoRenew: boolean;
  /** Time since the first term began; `days` is how far into a month it is now. */
  age: { months: number; days: number };
  /** Products offered as an upgrade, where they are not the usual ones of the channel. */
  offers?: string[];
  refusals: Refusal[];
}

export interface Scenario {
  /** What a tester types. */
  name: string;
  organisation: string;
  agreement: Agreement;
  /** Roles of everybody who was not given another one. */
  roles: Role[];
  paysBy: 'card' | 'invoice';
  /** What is overdue, in öre. */
  overdue: number;
  /** The first one carries what the scenario is about. */
  products: [ProductSeed, ...ProductSeed[]];
  /** What somebody in the organisation has put right two hours later. */
  mended?: { overdue?: number; assigned?: number; autoRenew?: boolean };
  /** What a credit check says when an order is paid by invoice. */
  creditCheck: NonNullable<Operation['creditCheck']>;
  pace: Pace;
}
