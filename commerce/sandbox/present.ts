/** The tenant as it is now: its document, plus everything that time has brought about since. */
import type { BillingAccount } from '../account.ts';
import { completionOf, type Operation, statusOf } from './operation.ts';
import { cycleStartOn, type Owned } from './owned.ts';
import type { TenantState } from './tenantState.ts';

export interface Present {
  now: Temporal.Instant;
  /** ISO day in the account's time zone. */
  today: string;
  account: BillingAccount;
  owned: Owned[];
}

/** @param realNow the real present; the tenant's may be ahead of it */
export function presentOf(state: TenantState, realNow: Temporal.Instant): Present {
  const now = tenantTime(state, realNow);
  const { account, owned } = mend(state, now);
  return {
    now,
    today: dayOf(now, account.timeZone),
    account,
    owned: state.operations
      .filter((operation) => operation.frozenAt === undefined)
      .reduce((products, operation) => afterOperation(products, operation, now, account), owned),
  };
}

export function tenantTime(state: TenantState, realNow: Temporal.Instant): Temporal.Instant {
  return realNow.add({ milliseconds: state.aheadMs });
}

function dayOf(instant: Temporal.Instant, timeZone: string): string {
  return instant.toZonedDateTimeISO(timeZone).toPlainDate().toString();
}

function mend({ account, owned, mended }: TenantState, now: Temporal.Instant) {
  if (!mended || Temporal.Instant.compare(now, mended.at) < 0) return { account, owned };
  const { overdue = account.overdue.amount } = mended;
  return {
    account: { ...account, overdue: { ...account.overdue, amount: overdue } },
    owned: owned.map((product) =>
      product.id === mended.subscriptionId
        ? {
            ...product,
            assigned: mended.assigned ?? product.assigned,
            autoRenew: mended.autoRenew ?? product.autoRenew,
          }
        : product,
    ),
  };
}

/**
 * From reassigning on the new product is there, listed before the old one, which leaves the list
 * when the upgrade is complete. Where the subscription keeps its id it changes in place (R84).
 */
function afterOperation(
  products: Owned[],
  operation: Operation,
  now: Temporal.Instant,
  account: BillingAccount,
): Owned[] {
  const { phase, users, newSubscriptionId } = statusOf(operation, now);
  if (newSubscriptionId === undefined) return products;
  return products.flatMap((old) => {
    if (old.id !== operation.subscriptionId) return [old];
    const successor = successorOf(old, operation, account.timeZone);
    if (newSubscriptionId === old.id) return [{ ...successor, assigned: old.assigned }];
    return [
      { ...successor, assigned: users.moved },
      ...(phase === 'completed' ? [] : [{ ...old, assigned: old.assigned - users.moved }]),
    ];
  });
}

/**
 * Charged from the day of completion on (R91). Billed monthly before and after, it joins the running
 * month; a kept subscription then also stays in its term (R84).
 */
function successorOf(old: Owned, operation: Operation, timeZone: string): Owned {
  const { newSubscriptionId: id, targetSkuId: skuId, quantity, term, billing } = operation;
  const chargedFrom = dayOf(completionOf(operation), timeZone);
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
    chargedFrom,
    refusals: [],
  };
}
