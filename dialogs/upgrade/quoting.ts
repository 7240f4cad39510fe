/** Quotes of the conversation: computed, frozen, stored; and computed again before money moves. */
import { randomUUID } from 'node:crypto';
import { UpgraderaError } from '../../commerce/base/errors.ts';
import type { Facts } from '../../commerce/diagnosis/facts.ts';
import type { Quote } from '../../commerce/model/quote.ts';
import { needsConsent } from '../../commerce/order/placeOrder.ts';
import { computeQuote } from '../../commerce/quote/computeQuote.ts';
import { addOnsInOrder } from '../../commerce/quote/orderedAddOns.ts';
import { firstCharge, methodsForOrder, preselected } from '../../commerce/quote/paymentMethods.ts';
import type { Services } from '../step/services.ts';
import { tenantTime } from '../step/tenantTime.ts';

/** What is quoted. What is left out is the account's own. */
export type QuoteWish = Pick<Quote, 'targetSkuId' | 'quantity' | 'term' | 'billing'> &
  Partial<Pick<Quote, 'soldTo' | 'paymentMethodId' | 'forfeit' | 'forfeitAccepted'>>;

/** @throws price.unknown, plan.unknown */
export async function storeQuote(
  services: Services,
  tenantId: string,
  facts: Facts,
  wish: QuoteWish,
): Promise<Quote> {
  const quote = quoteFor(services, tenantId, facts, wish);
  await services.quotes.insert(quote);
  return quote;
}

/** @throws quote.unknown, also for a quote of another tenant. */
export async function quoteOf(
  services: Pick<Services, 'quotes'>,
  tenantId: string,
  quoteId: string | undefined,
): Promise<Quote> {
  const quote = quoteId === undefined ? undefined : await services.quotes.get(quoteId);
  if (quote?.tenantId !== tenantId) throw new UpgraderaError('quote.unknown', quoteId);
  return quote;
}

/** The same wish at today's price; it has an id of its own and is not stored yet. */
export function quoteFor(
  services: Services,
  tenantId: string,
  facts: Facts,
  wish: QuoteWish,
): Quote {
  const { account, subscription, subscriptions } = facts;
  const { catalog } = services;
  const target = catalog.plan(wish.targetSkuId);
  const compute = (paymentMethodId: string | undefined): Quote =>
    computeQuote({
      id: randomUUID(),
      tenantId,
      subscription,
      addOns: addOnsInOrder({ subscription, subscriptions, target, catalog }),
      source: catalog.plan(subscription.skuId),
      target,
      quantity: wish.quantity,
      term: wish.term,
      billing: wish.billing,
      account,
      priceBook: facts.priceBook,
      today: tenantTime(facts.now, account).today,
      createdAt: Temporal.Instant.from(facts.now),
      soldTo: wish.soldTo ?? account.soldTo,
      billedTo: account.billedTo,
      paymentMethodId,
    });
  const wanted = wish.paymentMethodId ?? account.defaultPaymentMethodId;
  const quote = compute(wanted);
  const methods = methodsForOrder(account, firstCharge(quote), facts.declinedMethods);
  const method =
    methods.find(({ id, usable }) => usable && id === wish.paymentMethodId) ??
    preselected(methods, account.defaultPaymentMethodId);
  return withConsent(method && method.id !== wanted ? compute(method.id) : quote, wish);
}

/** What was agreed to holds as long as no more than that is lost. */
function withConsent(quote: Quote, { forfeit, forfeitAccepted }: QuoteWish): Quote {
  const covered = (quote.forfeit?.amount ?? 0) <= (forfeit?.amount ?? 0);
  return forfeitAccepted && quote.forfeit && covered ? { ...quote, forfeitAccepted } : quote;
}

/** The same offer, to be stored beside the one that was shown, with the agreement in it. */
export async function storeConsent(
  services: Services,
  quote: Quote,
  forfeitAccepted: NonNullable<Quote['forfeitAccepted']>,
): Promise<Quote> {
  const agreed = { ...quote, id: randomUUID(), forfeitAccepted };
  await services.quotes.insert(agreed);
  return agreed;
}

/** Where a new quote is shown first: losing prepaid time is agreed to before anything else. */
export function stepOf(quote: Quote): 'forfeit' | 'review' {
  return needsConsent(quote) ? 'forfeit' : 'review';
}
