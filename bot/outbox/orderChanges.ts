/** What follows at once from a change of an order: it is counted, and its cards show the progress. */
import { delayEvents } from '../../commerce/order/delays.ts';
import type { OrderChangeListener } from '../../commerce/order/service/orderWriter.ts';
import { unclearEvent } from '../../commerce/order/service/placing.ts';
import { refusedEvent } from '../../commerce/order/service/serviceErrors.ts';
import type { Log } from '../log.ts';
import type { Metrics } from '../metrics.ts';
import type { OrderCards } from './shown/orderCards.ts';

/** What the people who run the service are told of, and how. */
const alerts: ReadonlyMap<string, string> = new Map([
  ...delayEvents.map((event) => [event, 'an upgrade takes longer than it should'] as const),
  [unclearEvent, 'nobody can tell whether an order was taken: look for it at the sales service'],
  [refusedEvent, 'the sales service gives an answer that no order can go on with'],
]);

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
      const alert = alerts.get(event);
      if (alert === undefined) continue;
      metrics.orderDelays.inc({ event });
      log.warn({ order: after.id, event }, alert);
    }
    const owed = after.cards.some(({ revision }) => revision < after.revision);
    if (after.revision !== before.revision && !owed) cards.showProgress(after.id);
  };
}
