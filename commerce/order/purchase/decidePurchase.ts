/** What people say of a purchase that is waited for: by when, that it is placed, that it won't be, another plan. */

import type { Order } from '../../model/order.ts';
import { purchaseShowsHours } from '../../model/policyValues.ts';
import type { PurchaseTime } from '../../model/purchase/adminPurchase.ts';
import type { OrderRepository } from '../../ports/repositories.ts';
import { advance, noted } from '../advance.ts';
import { changeOrder } from '../changeOrder.ts';
import { waitsUntil } from './beginPurchase.ts';

export interface Decision {
  /** User id. */
  by: string;
  /** ISO instant in the tenant's time. */
  at: string;
  /** ISO instant of real time: it is looked at then. */
  wakeAt: string;
}

export interface PurchaseDecision extends Decision {
  /** Absent: as before. */
  time?: PurchaseTime | undefined;
  /** Whether it is said to be placed. */
  isPlaced: boolean;
}

/** An order that is waited for no more is left as it is. @throws order.unknown, storage.conflict */
export function decidePurchase(
  orders: OrderRepository,
  id: string,
  { by, at, wakeAt, time, isPlaced }: PurchaseDecision,
): Promise<Order> {
  return changeOrder(orders, id, (order) => {
    const { purchase } = order;
    if (order.state !== 'awaitingPurchase' || !purchase) return order;
    const chosen = time ? waitsUntil(time, at) : purchase.until;
    const shows = Temporal.Instant.from(at).add({ hours: purchaseShowsHours }).toString();
    const until = isPlaced ? later(chosen, shows) : chosen;
    const isNews = isPlaced && purchase.saidAt === undefined;
    const said = isNews ? noted(order, { event: 'purchase.said', at, by }) : order;
    return {
      ...said,
      revision: said.revision === order.revision ? order.revision + 1 : said.revision,
      purchase: { ...purchase, until, ...(isNews ? { saidAt: at } : {}) },
      nextCheckAt: wakeAt,
    };
  });
}

/** It won't be bought, and nobody waits for it any more. @throws order.unknown, storage.conflict */
export function letGo(
  orders: OrderRepository,
  id: string,
  { by, at }: Pick<Decision, 'by' | 'at'>,
): Promise<Order> {
  return changeOrder(orders, id, (order) => {
    if (order.state !== 'awaitingPurchase') return order;
    const step = { to: 'withdrawn', at, by, event: 'purchase.letGo' } as const;
    // Its cards are behind: this was no look.
    return { ...advance(order, step), cards: order.cards };
  });
}

/** The tenant is not read any more: nothing is waited for there. @throws storage.conflict */
export async function letGoAll(
  orders: OrderRepository,
  tenantId: string,
  decision: Pick<Decision, 'by' | 'at'>,
): Promise<void> {
  const all = await orders.listByTenant(tenantId);
  const awaited = all.filter(({ state }) => state === 'awaitingPurchase');
  for (const { id } of awaited) await letGo(orders, id, decision);
}

/** What was bought instead is what is followed. @throws order.unknown, storage.conflict */
export function followInstead(
  orders: OrderRepository,
  id: string,
  { by, at, wakeAt }: Decision,
): Promise<Order> {
  return changeOrder(orders, id, (order) => {
    if (order.state !== 'awaitingPurchase' || !order.purchase?.instead) return order;
    const { instead, ...purchase } = order.purchase;
    return {
      ...noted(order, { event: 'purchase.followsOther', at, by }),
      targetSkuId: instead.skuId,
      quantity: instead.licences,
      purchase,
      nextCheckAt: wakeAt,
    };
  });
}

function later(one: string, other: string): string {
  return Temporal.Instant.compare(one, other) >= 0 ? one : other;
}
