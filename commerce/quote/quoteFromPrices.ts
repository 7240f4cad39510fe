/** Quotes of a seller that sells at a price list and can't be asked what a purchase costs as a whole. */
import { randomUUID } from 'node:crypto';
import { dayIn } from '../base/dayIn.ts';
import { UpgraderaError } from '../base/errors.ts';
import { zoneOf } from '../model/account.ts';
import type { Catalog } from '../model/catalog.ts';
import type { Quote } from '../model/quote.ts';
import { contracted } from '../model/subscription.ts';
import type { Purchase, Seller } from '../ports/seller.ts';
import { computeQuote } from './computeQuote.ts';
import { addOnsInOrder } from './orderedAddOns.ts';

export interface PriceSources {
  seller: Pick<Seller, 'billingAccount' | 'subscriptions' | 'priceBook'>;
  catalog: Catalog;
}

/**
 * By the seller's facts of this moment; with an id of its own, not stored.
 * @param now tenant's time
 * @throws subscription.unknown, plan.unknown, price.unknown, account.unknown-method,
 * upstream.malformed when the purchase can't be had; what the seller throws
 */
export async function quoteFromPrices(
  { seller, catalog }: PriceSources,
  { targetSkuId, ...purchase }: Purchase,
  now: Temporal.Instant,
): Promise<Quote> {
  const { tenantId, subscriptionId } = purchase;
  const [account, subscriptions, priceBook] = await Promise.all([
    seller.billingAccount(tenantId),
    seller.subscriptions(tenantId),
    seller.priceBook(tenantId),
  ]);
  const subscription = subscriptions.find(({ id }) => id === subscriptionId);
  if (!subscription) throw new UpgraderaError('subscription.unknown', subscriptionId);
  const target = catalog.plan(targetSkuId);
  const addOns = addOnsInOrder({ subscription, subscriptions, target, catalog });
  return computeQuote({
    ...purchase,
    id: randomUUID(),
    subscription: contracted(subscription),
    addOns: addOns.map((addOn) => ({ ...addOn, subscription: contracted(addOn.subscription) })),
    source: catalog.plan(subscription.skuId),
    target,
    account,
    priceBook,
    today: dayIn(zoneOf(account), now),
    createdAt: now,
  });
}
