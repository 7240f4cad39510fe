/** What somebody has confirmed, at what it costs now: by the seller's facts of this moment. */
import { UpgraderaError } from '../base/errors.ts';
import type { Catalog } from '../model/catalog.ts';
import type { Quote } from '../model/quote.ts';
import type { Seller } from '../ports/seller.ts';
import { type Purchase, todaysQuote } from './todaysQuote.ts';

export interface QuoteAgainSources {
  seller: Pick<Seller, 'billingAccount' | 'subscriptions' | 'priceBook'>;
  catalog: Catalog;
}

export type ConfirmedPurchase = Pick<Quote, 'tenantId' | 'subscriptionId' | 'paymentMethodId'> &
  Omit<Purchase, 'paymentMethodId'>;

/**
 * @param now tenant's time
 * @throws subscription.unknown, plan.unknown, price.unknown, account.unknown-method,
 * upstream.malformed when it can't be had any more; what the seller throws
 */
export async function quoteAgain(
  { seller, catalog }: QuoteAgainSources,
  purchase: ConfirmedPurchase,
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
  const facts = { now: now.toString(), account, subscription, subscriptions, priceBook };
  const { paymentMethodId } = purchase;
  return todaysQuote(catalog, tenantId, facts, { ...purchase, paymentMethodId });
}
