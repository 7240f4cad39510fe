import type { Facts } from '../../commerce/diagnosis/facts.ts';
import type { Turn } from './turn.ts';

/**
 * The facts about upgrading a subscription, gathered once a turn: a turn that passes several steps
 * judges all of them by the same facts.
 * @throws subscription.unknown
 */
export type FactsOfTurn = (
  turn: Pick<Turn, 'facts' | 'tenantId' | 'userId'>,
  subscriptionId?: string,
) => Promise<Facts>;

export function factsOfTurn(
  gather: (tenantId: string, userId: string, subscriptionId: string) => Promise<Facts>,
): FactsOfTurn {
  return ({ facts, tenantId, userId }, subscriptionId = '') => {
    const known = facts.get(subscriptionId);
    if (known) return known;
    const gathered = gather(tenantId, userId, subscriptionId);
    facts.set(subscriptionId, gathered);
    return gathered;
  };
}
