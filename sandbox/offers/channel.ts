/** What the simulated sales channel tells about a tenant at one moment. */
import type { PriceBook } from '../../commerce/model/catalog.ts';
import type { ContractedSubscription } from '../../commerce/model/subscription.ts';
import type { Eligibility, Offer, Refusal } from '../../commerce/ports/seller.ts';
import { runningOperation } from '../orders/placing.ts';
import { type Operation, statusOf } from '../tenant/operation.ts';
import type { TenantNow } from '../tenant/tenantNow.ts';
import type { TenantState } from '../tenant/tenantState.ts';
import { offersOf, upgradePaths } from './upgradePaths.ts';

/** What could be bought instead of a subscription if nothing stood in the way; empty for an unknown id. */
export function offersFor(
  subscriptionId: string,
  tenantNow: TenantNow,
  prices: PriceBook,
): Offer[] {
  const product = tenantNow.owned.find(({ id }) => id === subscriptionId);
  if (!product) return [];
  const { agreement, currency } = tenantNow.account;
  const skuIds = product.offers ?? upgradePaths[product.skuId] ?? [];
  return offersOf({ skuIds, agreement, currency, on: tenantNow.today, prices });
}

/** A channel that refuses offers nothing. */
export function eligibilityOf(
  subscription: ContractedSubscription,
  state: TenantState,
  tenantNow: TenantNow,
  prices: PriceBook,
): Eligibility {
  const product = tenantNow.owned.find(({ id }) => id === subscription.id);
  const running = runningOperation(state, tenantNow);
  const refusals: Refusal[] = [
    ...(product?.refusals ?? []),
    ...(subscription.status === 'active'
      ? []
      : [{ code: 'SubscriptionStatusNotActive', description: 'The subscription is not active.' }]),
    ...(running ? [refusalFor(running, tenantNow)] : []),
  ];
  return {
    offers: refusals.length > 0 ? [] : offersFor(subscription.id, tenantNow, prices),
    refusals,
  };
}

function refusalFor(running: Operation, { now }: TenantNow): Refusal {
  return statusOf(running, now).phase === 'creditCheck'
    ? { code: 'CreditCheckPending', description: 'A credit check is pending.' }
    : { code: 'ConcurrencyConflicts', description: 'Another upgrade is in progress.' };
}
