/** Which order a press or a text is about. */
import { UpgraderaError } from '../../commerce/base/errors.ts';
import type { Order } from '../../commerce/model/order.ts';
import { findReference } from '../../commerce/order/reference.ts';
import type { Services } from '../step/services.ts';
import type { Turn } from '../step/turn.ts';

type Needs = Pick<Services, 'orders'>;

/** @throws order.unknown, also for an order of another tenant */
export async function orderOf(
  { orders }: Needs,
  turn: Turn,
  id: string | undefined,
): Promise<Order> {
  const stored = id === undefined ? undefined : await orders.get(id);
  if (stored?.value.tenantId !== turn.tenantId) throw new UpgraderaError('order.unknown', id);
  return stored.value;
}

/** The order whose card was pressed, or what followed a command that was typed. */
export interface Meant {
  orderId?: string | undefined;
  said: string;
}

/** @param otherwise chooses among the tenant's orders, newest first, when none is named */
export async function meantOrder(
  { orders }: Needs,
  { tenantId }: Turn,
  { orderId, said }: Meant,
  otherwise: (orders: readonly Order[]) => Order | undefined,
): Promise<Order | undefined> {
  const all = await orders.listByTenant(tenantId);
  const wanted = orderId ?? findReference(said);
  return wanted === undefined ? otherwise(all) : all.find(({ id }) => id === wanted);
}
