/** An order is changed as it is now, whoever else changes it. */
import { changeStored } from '../base/changeStored.ts';
import { UpgraderaError } from '../base/errors.ts';
import type { Order } from '../model/order.ts';
import type { OrderRepository } from '../ports/repositories.ts';

/**
 * @param change as of `changeStored`
 * @returns the order as it is stored then. @throws order.unknown, storage.conflict
 */
export async function changeOrder(
  orders: OrderRepository,
  id: string,
  change: (order: Order) => Order,
): Promise<Order> {
  const order = await changeStored(orders, id, change);
  if (!order) throw new UpgraderaError('order.unknown', id);
  return order;
}

/**
 * The same for a change that may make no sense any more.
 * @param change returns undefined then
 * @returns whether the order was changed. @throws order.unknown, storage.conflict
 */
export async function tryToChangeOrder(
  orders: OrderRepository,
  id: string,
  change: (order: Order) => Order | undefined,
): Promise<boolean> {
  let changed = false;
  await changeOrder(orders, id, (order) => {
    const next = change(order);
    changed = next !== undefined;
    return next ?? order;
  });
  return changed;
}
