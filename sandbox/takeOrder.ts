import type { Catalog, PriceBook } from '../commerce/model/catalog.ts';
import type { ContractedSubscription } from '../commerce/model/subscription.ts';
import type { PlaceRequest, PlaceResult } from '../commerce/ports/seller.ts';
import { offersFor } from './offers/channel.ts';
import { operationOf, refusalOf } from './orders/placing.ts';
import { operationIdOf } from './tenant/operation.ts';
import type { TenantDocuments } from './tenant/tenantDocuments.ts';
import { type TenantNow, tenantNowOf } from './tenant/tenantNow.ts';
import type { TenantState } from './tenant/tenantState.ts';
import { isSame, takenOver } from './users/changeUsers.ts';
import type { UserShards } from './users/shards.ts';
import { usersAsChanged } from './users/upgradeOfUsers.ts';

export interface OrderDesk {
  store: TenantDocuments;
  shards: UserShards;
  catalog: Catalog;
  /** Real time. */
  now: () => Temporal.Instant;
  subscriptionsOf(tenantNow: TenantNow, prices: PriceBook): ContractedSubscription[];
  pricesOf(state: TenantState): PriceBook;
}

/** Starts the operation that was asked for, unless the request did before; or refuses. */
export async function takeOrder(desk: OrderDesk, request: PlaceRequest): Promise<PlaceResult> {
  const { store, catalog, now: realNow } = desk;
  const { tenantId, subscriptionId, targetSkuId } = request;
  // Ends, since every change of a user that comes in between is done.
  for (;;) {
    const before = await store.read(tenantId);
    const { owned } = tenantNowOf(before, realNow());
    const skuId = owned.find(({ id }) => id === subscriptionId)?.skuId.toLowerCase() ?? '';
    const between = [skuId, targetSkuId.toLowerCase()] as const;
    const asChanged = await usersAsChanged(desk, tenantId, before, between);
    const taken = await store.change<PlaceResult | undefined>(tenantId, (state) => {
      if (!isSame(state.users, before.users)) return { state, result: undefined };
      const known = operationIdOf(state.operations, request.clientRequestId);
      if (known !== undefined) {
        return { state, result: { outcome: 'accepted', operationId: known } };
      }
      const tenantNow = tenantNowOf(state, realNow());
      const prices = desk.pricesOf(state);
      const about = {
        state,
        tenantNow,
        subscriptions: desk.subscriptionsOf(tenantNow, prices),
        offers: offersFor(subscriptionId, tenantNow, prices),
        catalog,
        prices,
        asChanged,
      };
      const code = refusalOf(request, about);
      if (code !== undefined) return { state, result: { outcome: 'declined', code } };
      const operation = operationOf(request, about);
      return {
        state: {
          ...takenOver(state, new Set([skuId]), tenantNow.now),
          operations: [...state.operations, operation],
        },
        result: { outcome: 'accepted', operationId: operation.id },
      };
    });
    if (taken) return taken;
  }
}
