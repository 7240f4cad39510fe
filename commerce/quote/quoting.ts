/** Quotes of a tenant: computed at today's price, stored as they were shown, and computed anew. */
import { randomUUID } from 'node:crypto';
import { dayIn } from '../base/dayIn.ts';
import { UpgraderaError } from '../base/errors.ts';
import { type BillingAccount, zoneOf } from '../model/account.ts';
import type { Catalog, PriceBook } from '../model/catalog.ts';
import type { Quote } from '../model/quote.ts';
import type { Subscription } from '../model/subscription.ts';
import type { QuoteRepository } from '../ports/repositories.ts';
import { computeQuote } from './computeQuote.ts';
import { withConsentOf } from './consent.ts';
import { addOnsInOrder } from './orderedAddOns.ts';
import { firstCharge, methodsForOrder, preselected } from './paymentMethods.ts';

/** What is quoted. What is left out is the account's own. */
export type QuoteWish = Pick<Quote, 'targetSkuId' | 'quantity' | 'term' | 'billing'> &
  Partial<Pick<Quote, 'soldTo' | 'paymentMethodId' | 'forfeit' | 'forfeitAccepted'>>;

/** What a quote is computed from, as it is now. */
export interface QuoteFacts {
  /** ISO instant in the tenant's time. */
  now: string;
  account: BillingAccount;
  subscription: Subscription;
  /** All of the tenant's. */
  subscriptions: Subscription[];
  priceBook: PriceBook;
  /** Ids of payment methods that a credit check has declined for this subscription (R73). */
  declinedMethods: string[];
}

export class Quoting {
  readonly #quotes: QuoteRepository;
  readonly #catalog: Catalog;

  constructor(needs: { quotes: QuoteRepository; catalog: Catalog }) {
    this.#quotes = needs.quotes;
    this.#catalog = needs.catalog;
  }

  /** @throws quote.unknown, also for a quote of another tenant */
  async find(tenantId: string, quoteId: string | undefined): Promise<Quote> {
    const quote = quoteId === undefined ? undefined : await this.#quotes.get(quoteId);
    if (quote?.tenantId !== tenantId) throw new UpgraderaError('quote.unknown', quoteId);
    return quote;
  }

  /** Computed and stored. @throws price.unknown, plan.unknown */
  async quote(tenantId: string, facts: QuoteFacts, wish: QuoteWish): Promise<Quote> {
    return this.keep(this.compute(tenantId, facts, wish));
  }

  /**
   * A quote with an id of its own, not stored yet. Given a quote as the wish, it is the same at
   * today's price. Consent to lose prepaid time holds as long as no more is lost.
   * @throws price.unknown, plan.unknown
   */
  compute(tenantId: string, facts: QuoteFacts, wish: QuoteWish): Quote {
    const { account, declinedMethods } = facts;
    const compute = (method: string | undefined): Quote =>
      this.#paidBy(method, tenantId, facts, wish);
    const wanted = wish.paymentMethodId ?? account.defaultPaymentMethodId;
    const quote = compute(wanted);
    const methods = methodsForOrder(account, firstCharge(quote), declinedMethods);
    const method =
      methods.find(({ id, usable }) => usable && id === wish.paymentMethodId) ??
      preselected(methods, account.defaultPaymentMethodId);
    return withConsentOf(method && method.id !== wanted ? compute(method.id) : quote, wish);
  }

  async keep(quote: Quote): Promise<Quote> {
    await this.#quotes.insert(quote);
    return quote;
  }

  /** The same offer, stored beside the one that was shown, with the agreement in it (R94). */
  consent(quote: Quote, by: string, at: Temporal.Instant): Promise<Quote> {
    const forfeitAccepted = { by, at: at.toString() };
    return this.keep({ ...quote, id: randomUUID(), forfeitAccepted });
  }

  #paidBy(
    paymentMethodId: string | undefined,
    tenantId: string,
    facts: QuoteFacts,
    wish: QuoteWish,
  ): Quote {
    const { account, subscription, subscriptions } = facts;
    const catalog = this.#catalog;
    const target = catalog.plan(wish.targetSkuId);
    const createdAt = Temporal.Instant.from(facts.now);
    return computeQuote({
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
      today: dayIn(zoneOf(account), createdAt),
      createdAt,
      soldTo: wish.soldTo ?? account.soldTo,
      billedTo: account.billedTo,
      paymentMethodId,
    });
  }
}
