/** Quotes of a tenant: computed at today's price, stored as they were shown, and computed anew. */
import { randomUUID } from 'node:crypto';
import { UpgraderaError } from '../base/errors.ts';
import type { Catalog } from '../model/catalog.ts';
import type { Quote } from '../model/quote.ts';
import type { QuoteRepository } from '../ports/repositories.ts';
import { withConsentOf } from './consent.ts';
import { firstCharge, methodsForOrder, preselected } from './paymentMethods.ts';
import { type PriceFacts, todaysQuote } from './todaysQuote.ts';

/** What is quoted. What is left out is the account's own. */
export type QuoteWish = Pick<Quote, 'targetSkuId' | 'quantity' | 'term' | 'billing'> &
  Partial<Pick<Quote, 'soldTo' | 'paymentMethodId' | 'forfeit' | 'forfeitAccepted'>>;

export interface QuoteFacts extends PriceFacts {
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
    const { soldTo = account.soldTo } = wish;
    const purchase = { ...wish, soldTo, billedTo: account.billedTo };
    const compute = (paymentMethodId: string | undefined): Quote =>
      todaysQuote(this.#catalog, tenantId, facts, { ...purchase, paymentMethodId });
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
}
