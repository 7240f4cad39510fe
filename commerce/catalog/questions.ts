/** What people ask of the catalogue itself, before any upgrade has begun. Pure. */

import type { Catalog, PriceBook } from '../model/catalog.ts';
import { type DataService, dataServiceSchema, type Plan } from '../model/plan.ts';
import { type FeatureId, featureIds } from './features.ts';
import { compare } from './targets.ts';

/** What plans have or lack: a feature, or a service that holds data. */
export type Thing = FeatureId | DataService;

export const things: readonly Thing[] = [...dataServiceSchema.options, ...featureIds];

export function isDataService(thing: Thing): thing is DataService {
  return (dataServiceSchema.options as readonly string[]).includes(thing);
}

/**
 * The commercial products with a feature or service at any level, in the order of the catalogue:
 * base plans first, those of the retired Small and Midsize Business line left out (R38).
 */
export function plansWith({ plans }: Pick<Catalog, 'plans'>, thing: Thing): Plan[] {
  return plans.filter(
    (plan) => plan.segment === 'commercial' && plan.family !== 'legacy' && has(plan, thing),
  );
}

/** At any level. */
export function has({ ranks, features }: Plan, thing: Thing): boolean {
  return isDataService(thing) ? ranks[thing] > 0 : features.includes(thing);
}

/** Whether the price list had it on the day of the product table; retired plans are not offered. */
export function isSold(
  { skuId }: Pick<Plan, 'skuId'>,
  { catalog, priceBook }: { catalog: Pick<Catalog, 'asOf'>; priceBook: PriceBook },
): boolean {
  const terms = { currency: 'USD', term: 'P1Y', billing: 'annual' } as const;
  return priceBook.price({ skuId, ...terms, on: catalog.asOf }) !== undefined;
}

export interface Losses {
  /** Services with data that the target lacks: their data would be lost (R15). */
  gone: readonly DataService[];
  /** Services with data that the target has at a lower level only, such as a smaller mailbox. */
  lower: readonly DataService[];
  features: readonly string[];
}

/** What users lose who move from one plan to the other, by whatever path. */
export function lossesBetween(source: Plan, target: Plan): Losses {
  const { lost, featuresLost } = compare(source, target);
  return {
    gone: lost.filter((service) => target.ranks[service] === 0),
    lower: lost.filter((service) => target.ranks[service] > 0),
    features: featuresLost,
  };
}
