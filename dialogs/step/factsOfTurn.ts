import type { Facts } from '../../commerce/diagnosis/facts.ts';
import type { FactsAbout } from '../../commerce/diagnosis/gatherFacts.ts';
import type { Turn } from './turn.ts';

/**
 * The facts about upgrading a subscription, gathered once a turn: a turn that passes several steps
 * judges all of them by the same facts.
 * @throws subscription.unknown
 */
export type FactsOfTurn = (
  turn: Pick<Turn, 'facts' | 'owned' | 'tenantId' | 'userId'>,
  subscriptionId?: string,
) => Promise<Facts>;

export function factsOfTurn(gather: (...about: FactsAbout) => Promise<Facts>): FactsOfTurn {
  return ({ facts, owned, tenantId, userId }, subscriptionId = '') => {
    const known = facts.get(subscriptionId);
    if (known) return known;
    const gathered = gather(tenantId, userId, subscriptionId, owned);
    facts.set(subscriptionId, gathered);
    return gathered;
  };
}
