/** How the simulated service takes an order: what it refuses, and what it makes of the rest. */

import { seatsElsewhere } from '../../commerce/catalog/seatsElsewhere.ts';
import type { Catalog, PriceBook } from '../../commerce/model/catalog.ts';
import type { ContractedSubscription } from '../../commerce/model/subscription.ts';
import { type Offer, type PlaceRequest, priceChanged } from '../../commerce/ports/seller.ts';
import { minimumQuantity } from '../../commerce/quote/minimumQuantity.ts';
import { addOnsInOrder } from '../../commerce/quote/orderedAddOns.ts';
import { guidOf } from '../tenant/guid.ts';
import { isRunning, type Operation, statusOf } from '../tenant/operation.ts';
import type { TenantNow } from '../tenant/tenantNow.ts';
import type { TenantState } from '../tenant/tenantState.ts';
import { type UsersOfUpgrade, usersAsSeeded } from '../users/upgradeOfUsers.ts';

export interface Desk {
  state: TenantState;
  tenantNow: TenantNow;
  subscriptions: ContractedSubscription[];
  /** What is offered for the subscription that the request names. */
  offers: Offer[];
  catalog: Catalog;
  /** What this tenant pays. */
  prices: PriceBook;
  /** Who is moved, where users were changed by hand; else it follows from what the tenant owns. */
  asChanged: UsersOfUpgrade | undefined;
}

type Refuses = (request: PlaceRequest, desk: Desk) => boolean;

const sourceOf = (
  { subscriptionId }: PlaceRequest,
  { subscriptions }: Pick<Desk, 'subscriptions'>,
) => subscriptions.find(({ id }) => id === subscriptionId);

/** Users who have a licence of the subscription that the request names. */
function usersOf({ subscriptionId }: PlaceRequest, desk: Desk): UsersOfUpgrade {
  const { state, tenantNow, asChanged } = desk;
  const product = tenantNow.owned.find(({ id }) => id === subscriptionId);
  if (!product) return { users: 0, failures: [] };
  return asChanged ?? usersAsSeeded(desk, state, tenantNow.now, product);
}

/** The first that holds is the answer. */
const refusals: readonly { code: string; holds: Refuses }[] = [
  {
    code: 'SubscriptionNotFound',
    holds: (request, desk) => sourceOf(request, desk) === undefined,
  },
  {
    code: 'ConcurrencyConflicts',
    holds: (_, { state, tenantNow }) => runningOperation(state, tenantNow) !== undefined,
  },
  {
    code: 'SubscriptionStatusNotActive',
    holds: (request, desk) => sourceOf(request, desk)?.status !== 'active',
  },
  {
    code: 'SubscriptionTargetOfferNotFound',
    holds: ({ targetSkuId }, { offers }) => !offers.some(({ skuId }) => skuId === targetSkuId),
  },
  {
    code: 'OfferDoesNotSupportBillingCycle',
    holds: ({ targetSkuId, term, billing }, { offers }) =>
      !offers
        .find(({ skuId }) => skuId === targetSkuId)
        ?.purchaseTerms.some((terms) => terms.term === term && terms.billing === billing),
  },
  {
    code: 'QuantityTooLow',
    holds: (request, desk) => {
      const source = sourceOf(request, desk);
      return (
        source !== undefined &&
        request.quantity < minimumQuantity({ ...source, assigned: usersOf(request, desk).users })
      );
    },
  },
  {
    code: 'SeatLimitExceeded',
    holds: ({ targetSkuId, subscriptionId, quantity }, { catalog, subscriptions }) => {
      const target = catalog.plan(targetSkuId);
      const elsewhere = seatsElsewhere(subscriptions, subscriptionId, catalog, target);
      return target.seatCap !== undefined && quantity + elsewhere > target.seatCap;
    },
  },
  {
    code: 'PaymentMethodNotFound',
    holds: ({ paymentMethodId }, { tenantNow }) =>
      !tenantNow.account.paymentMethods.some(({ id }) => id === paymentMethodId),
  },
  {
    code: priceChanged,
    holds: ({ targetSkuId: skuId, term, billing, ...request }, { tenantNow, prices }) => {
      const { currency } = tenantNow.account;
      const price = prices.price({ skuId, currency, term, billing, on: tenantNow.today });
      return request.currency !== currency || price?.amount !== request.unitPrice;
    },
  },
];

/** Code of the refusal, in the words of the channel (R45, R51–R53, R82, R123). */
export function refusalOf(request: PlaceRequest, desk: Desk): string | undefined {
  return refusals.find(({ holds }) => holds(request, desk))?.code;
}

/** The upgrade that is under way; there is never more than one (R82). */
export function runningOperation(state: TenantState, { now }: TenantNow): Operation | undefined {
  return state.operations.find((operation) => isRunning(statusOf(operation, now)));
}

/** The operation that an accepted request starts. The older agreement makes a new id (R84). */
export function operationOf(request: PlaceRequest, desk: Desk): Operation {
  const { state, tenantNow, subscriptions, catalog } = desk;
  const { tenantId, clientRequestId, subscriptionId, targetSkuId, quantity, term, billing } =
    request;
  const { agreement, paymentMethods } = tenantNow.account;
  const method = paymentMethods.find(({ id }) => id === request.paymentMethodId);
  const id = guidOf(tenantId, clientRequestId, 'operation');
  const target = catalog.plan(targetSkuId);
  const addOns = addOnsInOrder({
    subscription: { id: subscriptionId },
    subscriptions,
    target,
    catalog,
  });
  return {
    id,
    clientRequestId,
    subscriptionId,
    newSubscriptionId: agreement === 'MOSA' ? guidOf(id, 'subscription') : subscriptionId,
    targetSkuId,
    quantity,
    term,
    billing,
    removes: addOns.flatMap((one) => (one.fate === 'included' ? one.subscription.id : [])),
    soldTo: request.soldTo,
    placedAt: tenantNow.now.toString(),
    ...usersOf(request, desk),
    ...(method?.kind === 'invoice' ? { creditCheck: state.creditCheck } : {}),
    pace: state.pace,
  };
}
