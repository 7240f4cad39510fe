/** Read, change, write; again when somebody else wrote in between. */
import { isConflict, UpgraderaError } from '../base/errors.ts';
import type { Order } from '../model/order.ts';
import type { OrderRepository } from '../ports/repositories.ts';

const attempts = 10;

/**
 * @param change gets the newest order and returns what is to be stored; the same object means no
 * change. It may run several times, so it must have no effect of its own.
 * @throws order.unknown, storage.conflict
 */
export async function changeOrder(
  orders: OrderRepository,
  id: string,
  change: (order: Order) => Order,
): Promise<Order> {
  for (let attempt = 1; ; attempt += 1) {
    const stored = await orders.get(id);
    if (!stored) throw new UpgraderaError('order.unknown', id);
    const next = change(stored.value);
    if (next === stored.value) return next;
    try {
      await orders.replace(next, stored.version);
      return next;
    } catch (error) {
      if (!isConflict(error) || attempt === attempts) throw error;
    }
  }
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
