/** Which order a press or a text is about. */
import { visibleOrders } from '../../commerce/access/visibleOrders.ts';
import type { Order } from '../../commerce/model/order.ts';
import { findReference } from '../../commerce/order/reference.ts';
import type { Services } from '../step/services.ts';
import type { Turn } from '../step/turn.ts';

type Needs = Pick<Services, 'orders' | 'seller' | 'directory'>;

/** The order whose card was pressed, or what followed a command that was typed. */
export interface Meant {
  orderId?: string | undefined;
  said: string;
}

/** @param otherwise chooses among the orders that the person may see, newest first, when none is named */
export async function meantOrder(
  needs: Needs,
  turn: Turn,
  { orderId, said }: Meant,
  otherwise: (orders: readonly Order[]) => Order | undefined,
): Promise<Order | undefined> {
  const all = await visibleOrders(needs, turn);
  const wanted = orderId ?? findReference(said);
  return wanted === undefined ? otherwise(all) : all.find(({ id }) => id === wanted);
}
