import type { LostView } from '../../../cards/manualChange/freeUp/lostLines.ts';
import type { Catalog } from '../../../commerce/model/catalog.ts';
import type { Move } from '../../../commerce/model/move/move.ts';
import type { Turn } from '../../step/turn.ts';
import { type StandingNeeds, standing } from './standing.ts';

export interface LostNeeds extends StandingNeeds {
  catalog: Pick<Catalog, 'find'>;
}

/** Features that everybody notices. */
const missedMost = ['desktop-apps'];

/** What users lose with the licence that a move takes, and how many of them had to lose it. */
export async function lostWith(
  needs: LostNeeds,
  turn: Turn,
  { sourceSkuId, subscriptionId }: Move,
): Promise<LostView> {
  const plan = needs.catalog.find(sourceSkuId);
  const services = Object.entries(plan?.ranks ?? {}).flatMap(([id, rank]) => (rank > 0 ? id : []));
  const features = missedMost.filter((feature) => plan?.features.includes(feature));
  const { toFree } = await standing(needs, { turn, subject: { subscriptionId } });
  return { services, features, toFree };
}
