/** Whether who writes may see what a step or a button shows. */
import { hasRight, type RightsSources, rightsOf } from '../../commerce/access/rights.ts';
import type { Subject } from '../../commerce/model/subject.ts';
import type { FactsOfTurn } from '../step/factsOfTurn.ts';
import type { Turn } from '../step/turn.ts';
import type { Need } from './access.ts';

export interface MeetNeedNeeds extends RightsSources {
  factsOf: FactsOfTurn;
}

/** By the facts that the step will ask for, where it is about a subscription: one look serves both. */
export async function isMet(
  needs: MeetNeedNeeds,
  turn: Turn,
  { subscriptionId }: Subject,
  need: Need,
): Promise<boolean> {
  if (need !== 'prices') return true;
  if (subscriptionId === undefined) {
    return (await rightsOf(needs, turn.tenantId, turn.userId)).seeBilling !== false;
  }
  const { account, roles } = await needs.factsOf(turn, subscriptionId);
  return hasRight('seeBilling', account.agreement, roles) !== false;
}
