import type { Facts } from '../../commerce/diagnosis/facts.ts';
import type { Services } from './services.ts';
import type { Turn } from './turn.ts';

/**
 * The facts about upgrading a subscription, gathered once a turn: a turn that passes several steps
 * judges all of them by the same facts.
 * @throws subscription.unknown
 */
export function factsOfTurn(
  services: Services,
  turn: Pick<Turn, 'facts' | 'tenantId' | 'userId'>,
  subscriptionId = '',
): Promise<Facts> {
  const known = turn.facts.get(subscriptionId);
  if (known) return known;
  const facts = services.gatherFacts(turn.tenantId, turn.userId, subscriptionId);
  turn.facts.set(subscriptionId, facts);
  return facts;
}
