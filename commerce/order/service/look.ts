/** What the service says of an operation, and what it makes of the order. */

import { addBusinessDays } from '../../base/businessDays.ts';
import { dayIn } from '../../base/dayIn.ts';
import { zoneOf } from '../../model/account.ts';
import type { Order, OrderState } from '../../model/order.ts';
import { creditCheckDays } from '../../model/policyValues.ts';
import { isKnown } from '../../model/unknown.ts';
import type { OperationStatus, Seller, UserFailure } from '../../ports/seller.ts';
import { advance, progressed } from '../advance.ts';
import { noteDelays } from '../delays.ts';
import { pollInterval } from './pollInterval.ts';

const stateOfPhase: Record<OperationStatus['phase'], OrderState> = {
  creditCheck: 'creditCheck',
  declined: 'declined',
  withdrawn: 'withdrawn',
  provisioning: 'provisioning',
  reassigning: 'reassigning',
  cancellingOld: 'cancellingOld',
  completed: 'completed',
  completedWithUserErrors: 'completedWithUserErrors',
  failed: 'failed',
};

export interface Look {
  order: Order;
  operationId: string;
  /** Tenant's time. */
  now: Temporal.Instant;
  seller: Pick<Seller, 'operation' | 'billingAccount'>;
}

/** @throws what the service throws when it is asked for the operation */
export async function lookAt({ order, operationId, now, seller }: Look): Promise<{
  change: (current: Order) => Order;
  nextLookSeconds: number;
}> {
  const status = await seller.operation(order.tenantId, operationId);
  const to = stateOfPhase[status.phase];
  const creditCheckBy = to === 'creditCheck' ? await creditCheckDay(order, now, seller) : undefined;
  const at = now.toString();
  const running = Temporal.Instant.from(order.placedAt).until(now).total('seconds');
  return {
    nextLookSeconds: pollInterval(running, status.pollAfterSeconds),
    change: ({ unclearSince: _, ...current }) => {
      const progress = {
        users: status.users ?? uncounted(current, status.leftBehind),
        ...(status.newSubscriptionId ? { newSubscriptionId: status.newSubscriptionId } : {}),
        ...(creditCheckBy ? { creditCheckBy } : {}),
      };
      const known = { ...current, operationId, failedAttempts: 0 };
      if (current.state === to) return noteDelays(progressed(known, at, progress), now);
      const code = status.code === undefined ? {} : { code: status.code };
      const event = `operation.${status.phase}`;
      return noteDelays(advance(known, { to, at, by: 'system', event, ...code }, progress), now);
    },
  };
}

/** The service does not tell how far it is with single users. */
function uncounted(
  { users: { total, failures } }: Order,
  leftBehind: UserFailure[] = failures,
): Order['users'] {
  return { total, failures: leftBehind };
}

/** The day does not move once it was told; without the account there is none yet. */
async function creditCheckDay(
  { tenantId, creditCheckBy }: Order,
  now: Temporal.Instant,
  seller: Look['seller'],
): Promise<string | undefined> {
  if (creditCheckBy !== undefined) return undefined;
  const account = await seller.billingAccount(tenantId).catch(() => undefined);
  if (!account || !isKnown(account.soldTo)) return undefined;
  return addBusinessDays(dayIn(zoneOf(account), now), creditCheckDays, account.soldTo.country);
}
