/** An order is asked back by a person: who may, and whether it can be. */
import { rightsOf } from '../access/rights.ts';
import type { Order } from '../model/order.ts';
import type { Clock } from '../ports/clock.ts';
import type { Directory } from '../ports/directory.ts';
import type { OrderRepository } from '../ports/repositories.ts';
import type { Capabilities, Seller } from '../ports/seller.ts';
import { letGo } from './purchase/decidePurchase.ts';
import { requestWithdrawal, type TakingBack, takingBackOf } from './service/withdrawal.ts';

export interface TakeBackNeeds {
  seller: Pick<Seller, 'billingAccount' | 'capabilities'>;
  directory: Pick<Directory, 'roles'>;
  clock: Clock;
  orders: OrderRepository;
  /** Real time. */
  now(): Temporal.Instant;
  /** There is an order to be looked at. */
  wake(): void;
}

/**
 * `asked`: by this request or by an earlier one; the worker asks the service. `mayNot`: the person may
 * not buy, or it can't be seen whether they may. `letGo`: nothing was ordered from here, and it is waited
 * for no longer. Otherwise why nothing was asked.
 */
export type TakeBackOutcome = Exclude<TakingBack, 'possible'> | 'mayNot' | 'letGo';

/** @throws order.unknown, storage.conflict, and what the ports throw */
export async function takeBack(
  { seller, directory, clock, orders, now, wake }: TakeBackNeeds,
  order: Order,
  userId: string,
  capabilities: Capabilities,
): Promise<TakeBackOutcome> {
  const takingBack = takingBackOf(order, capabilities);
  if (takingBack !== 'possible') return takingBack;
  const { id, tenantId } = order;
  if (order.state === 'awaitingPurchase') {
    const at = (await clock.now(tenantId)).toString();
    const { state } = await letGo(orders, id, { by: userId, at });
    wake();
    return state === 'withdrawn' ? 'letGo' : 'over';
  }
  const [rights, tenantNow] = await Promise.all([
    rightsOf({ seller, directory }, tenantId, userId),
    clock.now(tenantId),
  ]);
  if (rights.buy !== true) return 'mayNot';
  const [at, wakeAt] = [tenantNow.toString(), now().toString()];
  await requestWithdrawal(orders, id, { by: userId, at, wakeAt, capabilities });
  wake();
  return 'asked';
}
