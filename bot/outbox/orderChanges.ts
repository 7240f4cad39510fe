/** What follows at once from a change of an order: it is counted, and its cards show the progress. */
import { delayEvents } from '../../commerce/order/delays.ts';
import type { OrderChangeListener } from '../../commerce/order/worker.ts';
import type { Log } from '../log.ts';
import type { Metrics } from '../metrics.ts';
import type { OrderCards } from './orderCards.ts';

export function orderChanges(
  metrics: Metrics,
  cards: Pick<OrderCards, 'showProgress'>,
  log: Log,
): OrderChangeListener {
  return async (before, after) => {
    if (after.state !== before.state) {
      metrics.orderTransitions.inc({ from: before.state, to: after.state });
    }
    for (const { event } of after.audit.slice(before.audit.length)) {
      if (!delayEvents.includes(event)) continue;
      metrics.orderDelays.inc({ event });
      log.warn({ order: after.id, event }, 'an upgrade takes longer than it should');
    }
    const owed = after.cards.some(({ revision }) => revision < after.revision);
    if (after.revision !== before.revision && !owed) cards.showProgress(after.id);
  };
}
