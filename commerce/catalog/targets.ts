/** Which of the offered plans keep the data safe (R15), and why the others don't qualify. */

import type { DataService, Plan } from '../plan.ts';
import type { Offer } from '../ports.ts';
import type { Catalog } from './catalog.ts';

export interface TargetRequest {
  source: Plan;
  offers: readonly Offer[];
  catalog: Catalog;
  /** Seats that the target must hold. */
  quantity: number;
  /** Seats of other Business-family subscriptions of the tenant (R45: the cap is over the family). */
  businessSeatsElsewhere: number;
}

export interface Target {
  plan: Plan;
  offer: Offer;
  comparison: Comparison;
}

/** What changes for a user who moves from one plan to another. */
export interface Comparison {
  higher: DataService[];
  same: DataService[];
  lost: DataService[];
  featuresGained: string[];
  featuresLost: string[];
}

export interface Excluded {
  plan: Plan;
  why: 'dataLoss' | 'seatCap' | 'segment' | 'samePlan' | 'addon';
}

export interface Targets {
  /** In the order of the offers; the caller sorts by price. */
  targets: Target[];
  excluded: Excluded[];
}
