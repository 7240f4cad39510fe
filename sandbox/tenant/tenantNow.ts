/** The tenant as it is now: its document, plus everything that time has brought about since. */

import { dayIn } from '../../commerce/base/dayIn.ts';
import type { Address } from '../../commerce/model/account.ts';
import type { ServiceIncident } from '../../commerce/ports/directory.ts';
import type { OperationStatus } from '../../commerce/ports/seller.ts';
import { edited } from './edits.ts';
import { completionOf, type Operation, statusOf } from './operation.ts';
import { anchorOf, cycleStartOn, type Owned } from './owned.ts';
import type { SimulatedAccount, TenantState } from './tenantState.ts';

export interface TenantNow {
  now: Temporal.Instant;
  /** ISO day in the account's time zone. */
  today: string;
  account: SimulatedAccount;
  owned: Owned[];
  incidents: ServiceIncident[];
}

/** @param realNow the real present; the tenant's may be ahead of it */
export function tenantNowOf(state: TenantState, realNow: Temporal.Instant): TenantNow {
  const now = tenantTime(state, realNow);
  const { account: before, owned, incidents } = withRepairs(state, now);
  const operations = state.operations.filter(({ frozenAt }) => frozenAt === undefined);
  const account = { ...before, soldTo: soldToOf(operations, now) ?? before.soldTo };
  return {
    now,
    today: dayIn(account.timeZone, now),
    account,
    incidents,
    owned: edited(
      operations.reduce(
        (products, operation) => afterOperation(products, operation, now, account),
        [...owned, ...(state.edits?.bought ?? [])],
      ),
      state.edits,
    ),
  };
}

/** The newest subscription that came of an upgrade says where the organization is. */
function soldToOf(operations: readonly Operation[], now: Temporal.Instant): Address | undefined {
  return operations.findLast(
    (operation) => statusOf(operation, now).newSubscriptionId !== undefined,
  )?.soldTo;
}

export function tenantTime(state: TenantState, realNow: Temporal.Instant): Temporal.Instant {
  return state.aheadMs === 0 ? realNow : realNow.add({ milliseconds: state.aheadMs });
}

function withRepairs({ account, owned, incidents, repairs }: TenantState, now: Temporal.Instant) {
  if (!repairs || Temporal.Instant.compare(now, repairs.at) < 0)
    return { account, owned, incidents };
  const { overdue = account.overdue.amount, gone = [], subscriptionId, healthy } = repairs;
  return {
    account: { ...account, overdue: { ...account.overdue, amount: overdue } },
    owned: owned
      .filter(({ id }) => !gone.includes(id))
      .map((product) =>
        product.id === subscriptionId ? repairedProduct(product, repairs) : product,
      ),
    incidents: healthy ? [] : incidents,
  };
}

function repairedProduct(product: Owned, repairs: NonNullable<TenantState['repairs']>): Owned {
  const { assigned, autoRenew, term, refusals, without = [] } = repairs;
  const next = {
    ...product,
    assigned: assigned ?? product.assigned,
    autoRenew: autoRenew ?? product.autoRenew,
    term: term ?? product.term,
    refusals: refusals ?? product.refusals,
  };
  for (const trait of without) delete next[trait];
  return next;
}

const isOver = (phase: OperationStatus['phase']): boolean =>
  phase === 'completed' || phase === 'completedWithUserErrors';

/**
 * From reassigning on the new product is there, listed before the old one, which leaves the list
 * when the upgrade is complete; with users left behind it expires instead, and they keep it for a
 * while (R124). Where the subscription keeps its id it changes in place (R84).
 */
function afterOperation(
  products: Owned[],
  operation: Operation,
  now: Temporal.Instant,
  account: SimulatedAccount,
): Owned[] {
  const { phase, users, newSubscriptionId } = statusOf(operation, now);
  if (newSubscriptionId === undefined) return products;
  return products.flatMap((old) => {
    if (old.id !== operation.subscriptionId) return follow(old, operation, phase);
    const successor = successorOf(old, operation, account.timeZone);
    const left = { ...old, assigned: Math.max(0, old.assigned - users.moved) };
    if (newSubscriptionId === old.id) {
      return [{ ...successor, assigned: isOver(phase) ? users.moved : old.assigned }];
    }
    const moved = { ...successor, assigned: users.moved };
    if (phase === 'completed') return [moved];
    return [moved, isOver(phase) ? expired(left) : left];
  });
}

function expired(product: Owned): Owned {
  return { ...product, status: 'expired', autoRenew: false };
}

/** At the end of the upgrade an add-on ends too, or hangs on the new subscription from then on (R58). */
function follow(
  product: Owned,
  { subscriptionId, newSubscriptionId, removes }: Operation,
  phase: OperationStatus['phase'],
): Owned[] {
  if (!isOver(phase) || product.addOn?.to !== subscriptionId) return [product];
  if (removes.includes(product.id)) return [];
  return [{ ...product, addOn: { ...product.addOn, to: newSubscriptionId } }];
}

/**
 * Charged from the day of completion on (R91). Billed monthly before and after, it joins the running
 * month; a kept subscription then also stays in its term (R84).
 */
function successorOf(old: Owned, operation: Operation, timeZone: string): Owned {
  const { newSubscriptionId: id, targetSkuId: skuId, quantity, term, billing } = operation;
  const chargedFrom = dayIn(timeZone, completionOf(operation));
  const joinsMonth = billing === 'monthly' && old.billing === 'monthly';
  const staysInTerm = joinsMonth && id === old.id && term === old.term;
  const month = joinsMonth ? cycleStartOn(old, chargedFrom) : chargedFrom;
  return {
    id,
    skuId,
    status: 'active',
    quantity,
    assigned: 0,
    term,
    billing,
    autoRenew: staysInTerm ? old.autoRenew : true,
    termStart: staysInTerm ? old.termStart : month,
    ...(joinsMonth && { anchor: anchorOf(old) }),
    chargedFrom,
    refusals: [],
  };
}
