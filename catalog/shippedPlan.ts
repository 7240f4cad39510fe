import type { Plan } from '../commerce/model/plan.ts';

/** One product as it is shipped; derived facts (ranks, features, seat cap) are worked out at load. */
export interface ShippedPlan
  extends Pick<Plan, 'skuId' | 'stringId' | 'name' | 'family' | 'segment' | 'kind'> {
  /** Names, by code point. */
  servicePlans: string[];
}
