/** Taking an order back before anything was done for it. */

import type { Order } from '../../model/order.ts';
import type { OrderRepository } from '../../ports/repositories.ts';
import type { Capabilities } from '../../ports/seller.ts';
import { advance, noted } from '../advance.ts';
import { changeOrder } from '../changeOrder.ts';
import { transitions } from '../transitions.ts';
import { sentOrderOf, unsettledSeconds, wasSent } from './attempts.ts';
import { isRefusal } from './serviceErrors.ts';

/**
 * Whether an order can be taken back: `possible`, `asked` for already, `impossible` at this service, or
 * `over`, since it is being carried out or has ended.
 */
export type TakingBack = 'possible' | 'asked' | 'impossible' | 'over';

export function takingBackOf(
  order: Order,
  { findOperation, withdraw }: Pick<Capabilities, 'findOperation' | 'withdraw'>,
): TakingBack {
  if (!transitions[order.state].includes('withdrawn')) return 'over';
  if (order.withdrawal) return 'asked';
  const can =
    order.operationId === undefined
      ? !wasSent(order) || findOperation !== undefined
      : withdraw !== undefined;
  return can ? 'possible' : 'impossible';
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
  request: { by: string; at: string; wakeAt: string; capabilities: Capabilities },
): Promise<Order> {
  const { by, at, wakeAt, capabilities } = request;
  return changeOrder(orders, id, (order) =>
    takingBackOf(order, capabilities) === 'possible'
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
 * @param now tenant's time
 * @returns the change that its answer means; undefined as long as it can't be known whether the
 * service has the order
 */
export async function withdraw(
  capabilities: Capabilities,
  order: Order,
  now: Temporal.Instant,
): Promise<((order: Order) => Order) | undefined> {
  const { withdrawal } = order;
  if (!withdrawal) return undefined;
  const operationId =
    order.operationId ??
    (wasSent(order) ? await capabilities.findOperation?.(sentOrderOf(order)) : undefined);
  if (operationId === undefined && unsettledSeconds(order, now) > 0) return undefined;
  const outcome = await outcomeOf(capabilities, order, operationId);
  const at = now.toString();
  const { by } = withdrawal;
  return (current) =>
    outcome === 'withdrawn'
      ? advance(current, { to: 'withdrawn', at, by, event: 'order.withdrawn' })
      : noted(decided({ ...current, ...(operationId === undefined ? {} : { operationId }) }), {
          event: 'withdrawal.tooLate',
          at,
          by: 'system',
          notice: 'tooLateToWithdraw',
        });
}

/** What can't be undone, or is not known to be undone, goes on. */
async function outcomeOf(
  { findOperation, withdraw }: Capabilities,
  order: Order,
  operationId: string | undefined,
): Promise<'withdrawn' | 'tooLate'> {
  if (operationId === undefined) {
    return !wasSent(order) || findOperation ? 'withdrawn' : 'tooLate';
  }
  if (!withdraw) return 'tooLate';
  try {
    return await withdraw(operationId);
  } catch (error) {
    if (isRefusal(error) && error.code !== 'operation.unknown') return 'tooLate';
    throw error;
  }
}

function decided({ withdrawal: _, ...order }: Order): Order {
  return order;
}
