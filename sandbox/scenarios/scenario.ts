/** What a simulated tenant is like on its first day, as data. */
import type { Agreement, Segment } from '../../commerce/model/account.ts';
import type { Role } from '../../commerce/model/role.ts';
import type { SubscriptionStatus, SubscriptionTraits } from '../../commerce/model/subscription.ts';
import type { BillingCycle, Term } from '../../commerce/model/terms.ts';
import type { ServiceIncident } from '../../commerce/ports/directory.ts';
import type { Refusal } from '../../commerce/ports/seller.ts';
import type { Country } from '../tenant/markets.ts';
import type { Operation, Pace } from '../tenant/operation.ts';
import type { OwnPrice } from '../tenant/ownPrices.ts';
import type { TenantState } from '../tenant/tenantState.ts';
import type { FirstMoment } from './firstMoment.ts';

/** Days are counted from the first day, and an add-on hangs on the first product. */
interface TraitSeeds
  extends Pick<
    SubscriptionTraits,
    'soldBy' | 'trial' | 'unfinishedServices' | 'rampedDiscount' | 'turnedOff' | 'groups'
  > {
  saleEndedDaysAgo?: number;
  scheduledChange?: { inDays: number; by: 'representative' | 'customer' };
  addOn?: 'traditional' | 'incompatible' | 'attached';
}

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
  traits?: TraitSeeds;
  /** Minor units per licence and charge, for what no price list has. */
  unitCharge?: number;
}

interface PriceSeed extends Omit<OwnPrice, 'from'> {
  /** Days after the first one; since ever when absent. */
  inDays?: number;
}

export interface Scenario {
  /** What a tester types. */
  name: string;
  organisation: string;
  /** Sweden when absent. It decides the currency and the time zone. */
  country?: Country;
  /** When the first day has to be a certain one; the real present when absent. */
  begins?: FirstMoment;
  agreement: Agreement;
  /** `commercial` when absent. */
  segment?: Segment;
  /** Roles of everybody who was not given another one. */
  roles: Role[];
  paysBy: 'card' | 'invoice';
  /** What is overdue, in minor units. */
  overdue: number;
  /** The first one carries what the scenario is about. */
  products: [ProductSeed, ...ProductSeed[]];
  /** What products cost here, where that is not left to the price list. */
  prices?: PriceSeed[];
  incidents?: ServiceIncident[];
  /** What has been put right by itself or by somebody in the organisation. */
  repairs?: Repairs;
  /** What a credit check says when an order is paid by invoice. */
  creditCheck: NonNullable<Operation['creditCheck']>;
  /** How many users an upgrade can't move, by the class of the error. */
  userErrors?: TenantState['userErrors'];
  pace: Pace;
}

export interface Repairs {
  /** Hours after the first instant; two when absent. */
  afterHours?: number;
  overdue?: number;
  /** About the first product. */
  assigned?: number;
  autoRenew?: boolean;
  term?: Term;
  refusals?: Refusal[];
  /** Circumstances of the first product that no longer hold. */
  without?: (keyof SubscriptionTraits)[];
  /** Products that are given up, by their place in `products`. */
  gone?: number[];
  /** Whether the incidents are over. */
  healthy?: boolean;
}
