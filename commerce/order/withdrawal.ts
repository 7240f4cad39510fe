/** Taking an order back before anything was done for it. */

import type { Order } from '../model/order.ts';
import { placingSettlesMinutes } from '../model/policyValues.ts';
import type { OrderRepository } from '../ports/repositories.ts';
import type { Seller } from '../ports/seller.ts';
import { advance, noted } from './advance.ts';
import { changeOrder } from './changeOrder.ts';
import { transitions } from './transitions.ts';

/** Whether it may still be asked for. */
export function isWithdrawable({ state, withdrawal }: Order): boolean {
  return transitions[state].includes('withdrawn') && withdrawal === undefined;
}

/**
 * Writes down that somebody wants an order back; the worker asks the service. Asking again changes
 * nothing.
 * @param at ISO instant of the tenant's time
 * @param wakeAt ISO instant of real time
 * @returns the order as it is now. @throws order.unknown
 */
export function requestWithdrawal(
  orders: OrderRepository,
  id: string,
  request: { by: string; at: string; wakeAt: string },
): Promise<Order> {
  const { by, at, wakeAt } = request;
  return changeOrder(orders, id, (order) =>
    isWithdrawable(order)
      ? {
          ...noted(order, { event: 'withdrawal.requested', at, by }),
          withdrawal: { by, at },
          nextCheckAt: wakeAt,
        }
      : order,
  );
}

/**
 * Asks the service to take the order back.
 * @returns the change that its answer means; undefined as long as it can't be known whether the
 * service has the order
 */
export async function withdraw(
  seller: Pick<Seller, 'findOperation' | 'withdraw'>,
  order: Order,
  now: Temporal.Instant,
): Promise<((order: Order) => Order) | undefined> {
  const { tenantId, clientRequestId, withdrawal } = order;
  if (!withdrawal) return undefined;
  const operationId = order.operationId ?? (await seller.findOperation(tenantId, clientRequestId));
  if (operationId === undefined && mayStillArrive(order, now)) return undefined;
  const outcome =
    operationId === undefined ? 'withdrawn' : await seller.withdraw(tenantId, operationId);
  const at = now.toString();
  const { by } = withdrawal;
  return (current) =>
    outcome === 'withdrawn'
      ? advance(current, { to: 'withdrawn', at, by, event: 'order.withdrawn' })
      : noted(decided({ ...current, operationId }), {
          event: 'withdrawal.tooLate',
          at,
          by: 'system',
          notice: 'tooLateToWithdraw',
        });
}

/** After an attempt to place whose answer never came, the service may take the order up late. */
function mayStillArrive({ failedAttempts, withdrawal }: Order, now: Temporal.Instant): boolean {
  if (failedAttempts === 0 || !withdrawal) return false;
  const settled = Temporal.Instant.from(withdrawal.at).add({ minutes: placingSettlesMinutes });
  return Temporal.Instant.compare(now, settled) < 0;
}

function decided({ withdrawal: _, ...order }: Order): Order {
  return order;
}
