/** Whether who writes may see what a step or a button shows, and may press it at all. */
import type { Agents } from '../../commerce/access/agents.ts';
import { hasRight, type RightsSources, rightsOf } from '../../commerce/access/rights.ts';
import type { Subject } from '../../commerce/model/subject.ts';
import type { FactsOfTurn } from '../step/factsOfTurn.ts';
import type { Turn } from '../step/turn.ts';
import { isNeverForAgents, type Need } from './access.ts';

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

/**
 * What orders, moves or gives up something in a customer's name is done by the customer's own people.
 * @returns whether it was refused: then nobody else hears it
 */
export async function refusedToAgent(
  { agents }: { agents: Pick<Agents, 'serves'> },
  turn: Turn,
): Promise<boolean> {
  const { verb } = turn.intent;
  const isRefused =
    verb !== undefined && isNeverForAgents(verb) && agents.serves(turn.userId, turn.tenantId);
  if (isRefused) await turn.say('dialogs.desk.never');
  return isRefused;
}
