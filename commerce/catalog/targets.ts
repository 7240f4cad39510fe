/** Which of the offered plans keep the data safe (R15), and why the others don't qualify. */

import { memoizeByObject } from '../base/memoize.ts';
import type { Catalog } from '../model/catalog.ts';
import { type DataService, dataServiceSchema, type Plan } from '../model/plan.ts';
import type { Offer } from '../ports/seller.ts';

export interface TargetRequest {
  source: Plan;
  offers: readonly Offer[];
  catalog: Catalog;
  /** Seats that the target must hold. */
  quantity: number;
  /** Seats of the tenant's other subscriptions that count towards a plan's cap (R45). */
  seatsElsewhere(plan: Plan): number;
}

export interface Target {
  plan: Plan;
  offer: Offer;
  comparison: Comparison;
}

/** What changes for a user who moves from one plan to another. */
export interface Comparison {
  readonly higher: readonly DataService[];
  readonly same: readonly DataService[];
  readonly lost: readonly DataService[];
  readonly featuresGained: readonly string[];
  readonly featuresLost: readonly string[];
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

/** Plans of the catalogue do not change. */
const comparisonsWith = memoizeByObject((source: Plan) =>
  memoizeByObject((target: Plan) => compared(source, target)),
);

/** What a user gains and loses by moving from `source` to `target`. */
export function compare(source: Plan, target: Plan): Comparison {
  return comparisonsWith(source)(target);
}

function compared(source: Plan, target: Plan): Comparison {
  const { ranks: old } = source;
  const { ranks: next } = target;
  const services = dataServiceSchema.options;
  return {
    higher: services.filter((service) => next[service] > old[service]),
    same: services.filter((service) => next[service] === old[service] && old[service] > 0),
    lost: services.filter((service) => next[service] < old[service]),
    featuresGained: target.features.filter((id) => !source.features.includes(id)),
    featuresLost: source.features.filter((id) => !target.features.includes(id)),
  };
}

/** Tests in the order in which a reason is worth telling: the first that holds excludes the plan. */
const exclusions: readonly {
  why: Excluded['why'];
  holds: (plan: Plan, comparison: Comparison, request: TargetRequest) => boolean;
}[] = [
  {
    why: 'addon',
    holds: (plan, _, { source }) => plan.kind === 'addon' || source.kind === 'addon',
  },
  { why: 'samePlan', holds: (plan, _, { source }) => plan.skuId === source.skuId },
  { why: 'segment', holds: (plan, _, { source }) => plan.segment !== source.segment },
  { why: 'dataLoss', holds: (_, comparison) => comparison.lost.length > 0 },
  {
    why: 'seatCap',
    holds: (plan, _, { quantity, seatsElsewhere }) =>
      plan.seatCap !== undefined && quantity + seatsElsewhere(plan) > plan.seatCap,
  },
];

/**
 * Sorts the channel's offers into those that keep the data safe (R15) and those that don't qualify.
 * An offered product that the catalogue doesn't know is left out: its services can't be judged.
 * Lost features are told, but don't exclude.
 */
export function findTargets(request: TargetRequest): Targets {
  const targets: Target[] = [];
  const excluded: Excluded[] = [];
  for (const offer of request.offers) {
    const plan = request.catalog.find(offer.skuId);
    if (!plan) continue;
    const comparison = compare(request.source, plan);
    const exclusion = exclusions.find(({ holds }) => holds(plan, comparison, request));
    if (exclusion) excluded.push({ plan, why: exclusion.why });
    else targets.push({ plan, offer, comparison });
  }
  return { targets, excluded };
}
