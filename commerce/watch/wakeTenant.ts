import { isFinal } from '../model/order.ts';
import { changeOrder } from '../order/changeOrder.ts';
import type { OrderRepository, WatchRepository } from '../ports/repositories.ts';
import { changeWatch } from './changeWatch.ts';

export interface WakeTenantNeeds {
  orders: OrderRepository;
  watches: WatchRepository;
  /** Real time. */
  now(): Temporal.Instant;
  /** Something may be due earlier than the timers think. */
  wake(): void;
}

/** What waits in a tenant is looked at now: its time has moved on, though ours has not. */
export async function wakeTenant(
  { orders, watches, now, wake }: WakeTenantNeeds,
  tenantId: string,
): Promise<void> {
  const nextCheckAt = now().toString();
  for (const { id } of (await orders.listByTenant(tenantId)).filter((order) => !isFinal(order))) {
    await changeOrder(orders, id, (order) => (isFinal(order) ? order : { ...order, nextCheckAt }));
  }
  for (const { id } of await watches.listByTenant(tenantId)) {
    await changeWatch(watches, id, (watch) =>
      watch.state === 'open' ? { ...watch, nextCheckAt } : watch,
    );
  }
  wake();
}
