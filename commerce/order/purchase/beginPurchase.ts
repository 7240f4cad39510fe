/** An admin is told what to enter in Microsoft's admin center: from now on it is waited for, as an order. */
import { randomUUID } from 'node:crypto';
import { isConflict } from '../../base/errors.ts';
import type { Currency } from '../../model/money.ts';
import type { Order } from '../../model/order.ts';
import { purchaseHours } from '../../model/policyValues.ts';
import type { OwnedBefore, PurchaseTime } from '../../model/purchase/adminPurchase.ts';
import type { PurchaseTerms } from '../../model/terms.ts';
import type { OrderRepository } from '../../ports/repositories.ts';
import { noted } from '../advance.ts';
import { changeOrder } from '../changeOrder.ts';
import { openOrderFor } from '../placeOrder.ts';
import { newReference } from '../reference.ts';

/** What the admin is to enter, and what there was before. */
export interface PurchaseWish extends PurchaseTerms {
  tenantId: string;
  by: { userId: string; name: string };
  /** Where the order is told about. */
  conversation: string;
  subscriptionId: string;
  sourceSkuId: string;
  targetSkuId: string;
  quantity: number;
  currency: Currency;
  /** Minor units for a licence and one charge period. */
  listPrice: number;
  before: OwnedBefore;
  /** ISO instant in the tenant's time. */
  at: string;
  /** ISO instant of real time. */
  wakeAt: string;
}

/**
 * `waits`: for just this, from now on or already. `alreadyOpen`: the subscription has another open order,
 * of somebody else, or one that is being carried out.
 */
export interface Begun {
  order: Order;
  outcome: 'waits' | 'alreadyOpen';
}

const usualTime: PurchaseTime = 'day';

/** Who wishes anew is waited for anew, as the same order. @throws storage.conflict */
export async function beginPurchase(orders: OrderRepository, wish: PurchaseWish): Promise<Begun> {
  const known = await knownPurchase(orders, wish);
  if (known) return known;
  const order = purchaseOrder(wish);
  try {
    await orders.insert(order);
    return { order, outcome: 'waits' };
  } catch (error) {
    const winner = isConflict(error) ? await knownPurchase(orders, wish) : undefined;
    if (winner) return winner;
    throw error;
  }
}

/** When it is waited for no longer. @param at ISO instant in the tenant's time */
export function waitsUntil(time: PurchaseTime, at: string): string {
  return Temporal.Instant.from(at).add({ hours: purchaseHours[time] }).toString();
}

async function knownPurchase(
  orders: OrderRepository,
  wish: PurchaseWish,
): Promise<Begun | undefined> {
  const open = openOrderFor(wish.subscriptionId, await orders.listByTenant(wish.tenantId));
  if (!open) return undefined;
  if (!isOwnWait(open, wish)) return { order: open, outcome: 'alreadyOpen' };
  const order = await changeOrder(orders, open.id, (current) =>
    isOwnWait(current, wish) ? wishedAnew(current, wish) : current,
  );
  return { order, outcome: isOwnWait(order, wish) ? 'waits' : 'alreadyOpen' };
}

function isOwnWait({ state, placedBy }: Order, { by }: PurchaseWish): boolean {
  return state === 'awaitingPurchase' && placedBy.userId === by.userId;
}

/** What there was before stays as it was: something may have been bought since. */
function wishedAnew(order: Order, wish: PurchaseWish): Order {
  const { targetSkuId, quantity, term, billing, currency, listPrice, at, by, wakeAt } = wish;
  const { purchase } = order;
  const isSame =
    order.targetSkuId === targetSkuId &&
    order.quantity === quantity &&
    order.term === term &&
    order.billing === billing;
  if (!purchase || isSame) return order;
  const { instead: _, askedAt: __, ...rest } = purchase;
  return {
    ...noted(order, { event: 'purchase.changed', at, by: by.userId }),
    ...{ targetSkuId, quantity, term, billing, currency },
    purchase: { ...rest, listPrice, until: waitsUntil(usualTime, at) },
    nextCheckAt: wakeAt,
  };
}

function purchaseOrder(wish: PurchaseWish): Order {
  const { by, at, wakeAt, listPrice, before, ...rest } = wish;
  return {
    v: 1,
    id: newReference('UPG'),
    placedBy: by,
    ...rest,
    clientRequestId: randomUUID(),
    attempts: { count: 0 },
    purchase: { until: waitsUntil(usualTime, at), before, listPrice },
    state: 'awaitingPurchase',
    revision: 0,
    users: before.users
      ? { moved: 0, total: before.users.old, failures: [] }
      : { total: 0, failures: [] },
    placedAt: at,
    changedAt: at,
    nextCheckAt: wakeAt,
    failedAttempts: 0,
    audit: [{ at, by: by.userId, event: 'purchase.begun', to: 'awaitingPurchase' }],
    notices: [],
    cards: [],
  };
}
