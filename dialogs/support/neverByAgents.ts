/** What orders, moves or gives up something in a customer's name is done by the customer's own people. */
import type { Verb } from '../../cards/cards.ts';
import type { Agents } from '../../commerce/access/agents.ts';
import type { Turn } from '../step/turn.ts';

/** Refused to agents of the tenant, on whatever card; in words they lack the rights for it. */
export const commits: readonly Verb[] = [
  'order.place',
  'order.withdraw',
  'forfeit.accept',
  'purchase.placed',
  'purchase.instead',
  'purchase.wait',
  'manual.begin',
  'manual.done',
  'manual.leave',
  'manual.stop',
  'backup.done',
  'move.start',
  'move.pause',
  'move.resume',
  'move.stop',
  'move.retry',
  'move.undo',
  'connect.end',
];

/** @returns whether it was refused: then nobody else hears it */
export async function refusedToAgent(
  { agents }: { agents: Pick<Agents, 'serves'> },
  turn: Turn,
): Promise<boolean> {
  const { verb } = turn.intent;
  const isRefused =
    verb !== undefined && commits.includes(verb) && agents.serves(turn.userId, turn.tenantId);
  if (isRefused) await turn.say('dialogs.desk.never');
  return isRefused;
}
