/** Which order a press or a text is about. */
import { type VisibleOrdersSources, visibleOrders } from '../../commerce/access/visibleOrders.ts';
import type { Order } from '../../commerce/model/order.ts';
import { findReference } from '../../commerce/order/reference.ts';
import type { Begun } from '../step/oneTurnDialog.ts';

/**
 * The order whose card was pressed, or that was named after a command.
 * @param otherwise chooses among the orders that the person may see, newest first, when none is named
 */
export async function meantOrder(
  sources: VisibleOrdersSources,
  { turn, subject, said }: Begun,
  otherwise: (orders: readonly Order[]) => Order | undefined,
): Promise<Order | undefined> {
  const all = await visibleOrders(sources, turn);
  const wanted = subject.orderId ?? findReference(said);
  return wanted === undefined ? otherwise(all) : all.find(({ id }) => id === wanted);
}
