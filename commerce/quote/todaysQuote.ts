/** A quote for one purchase by the facts of this moment. */
import { randomUUID } from 'node:crypto';
import { dayIn } from '../base/dayIn.ts';
import { type BillingAccount, zoneOf } from '../model/account.ts';
import type { Catalog, PriceBook } from '../model/catalog.ts';
import type { Quote } from '../model/quote.ts';
import type { SoldSubscription } from '../model/subscription.ts';
import { computeQuote } from './computeQuote.ts';
import { addOnsInOrder } from './orderedAddOns.ts';

/** What a quote is computed from, as it is now. */
export interface PriceFacts {
  /** ISO instant in the tenant's time. */
  now: string;
  account: BillingAccount;
  subscription: SoldSubscription;
  /** All of the tenant's. */
  subscriptions: readonly SoldSubscription[];
  priceBook: PriceBook;
}

/** Everything that is decided. */
export interface Purchase
  extends Pick<Quote, 'targetSkuId' | 'quantity' | 'term' | 'billing' | 'soldTo' | 'billedTo'> {
  paymentMethodId: string | undefined;
}

/** With an id of its own, not stored. @throws what `computeQuote` throws, plan.unknown */
export function todaysQuote(
  catalog: Catalog,
  tenantId: string,
  facts: PriceFacts,
  purchase: Purchase,
): Quote {
  const { account, subscription, subscriptions, priceBook } = facts;
  const target = catalog.plan(purchase.targetSkuId);
  const createdAt = Temporal.Instant.from(facts.now);
  return computeQuote({
    id: randomUUID(),
    tenantId,
    subscription,
    addOns: addOnsInOrder({ subscription, subscriptions, target, catalog }),
    source: catalog.plan(subscription.skuId),
    target,
    quantity: purchase.quantity,
    term: purchase.term,
    billing: purchase.billing,
    account,
    priceBook,
    today: dayIn(zoneOf(account), createdAt),
    createdAt,
    soldTo: purchase.soldTo,
    billedTo: purchase.billedTo,
    paymentMethodId: purchase.paymentMethodId,
  });
}
