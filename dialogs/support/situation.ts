/** What is known of the situation in which somebody asks for a person; what can't be told now is left out. */
import { type VisibleOrdersSources, visibleOrder } from '../../commerce/access/visibleOrders.ts';
import type { Subject } from '../../commerce/model/subject.ts';
import type { Quoting } from '../../commerce/quote/quoting.ts';
import type { Situation } from '../../commerce/support/parts/snapshot.ts';
import type { FactsOfTurn } from '../step/factsOfTurn.ts';
import { knownNow } from '../step/knownNow.ts';
import type { Turn } from '../step/turn.ts';

export interface SituationNeeds extends VisibleOrdersSources {
  factsOf: FactsOfTurn;
  quoting: Pick<Quoting, 'find'>;
}

export async function situationOf(
  { factsOf, quoting, ...sources }: SituationNeeds,
  turn: Turn,
  { orderId, quoteId, subscriptionId }: Subject,
): Promise<Situation> {
  const order = orderId ? await knownNow(visibleOrder(sources, turn, orderId)) : undefined;
  const examined = subscriptionId ?? order?.subscriptionId;
  const quoted = quoteId ?? order?.quoteId;
  const [facts, quote] = await Promise.all([
    examined ? knownNow(factsOf(turn, examined)) : undefined,
    quoted ? knownNow(quoting.find(turn.tenantId, quoted)) : undefined,
  ]);
  return { facts, quote, order, lines: turn.said };
}
