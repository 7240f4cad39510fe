/** Quotes of a tenant: computed at today's price, stored as they were shown, and computed anew. */
import { randomUUID } from 'node:crypto';
import { UpgraderaError } from '../base/errors.ts';
import type { BillingAccount } from '../model/account.ts';
import type { Quote } from '../model/quote.ts';
import type { SoldSubscription } from '../model/subscription.ts';
import { isKnown } from '../model/unknown.ts';
import type { QuoteRepository } from '../ports/repositories.ts';
import type { Seller } from '../ports/seller.ts';
import { withConsentOf } from './consent.ts';
import { firstCharge, methodsForOrder, preselected } from './paymentMethods.ts';

/** What is quoted. What is left out is the account's own. */
export type QuoteWish = Pick<Quote, 'targetSkuId' | 'quantity' | 'term' | 'billing'> &
  Partial<Pick<Quote, 'soldTo' | 'paymentMethodId' | 'forfeit' | 'forfeitAccepted'>>;

export interface QuoteFacts {
  account: BillingAccount;
  subscription: Pick<SoldSubscription, 'id'>;
  /** Ids of payment methods that a credit check has declined for this subscription (R73). */
  declinedMethods: string[];
}

export class Quoting {
  readonly #quotes: QuoteRepository;
  readonly #seller: Pick<Seller, 'quote'>;

  constructor(needs: { quotes: QuoteRepository; seller: Pick<Seller, 'quote'> }) {
    this.#quotes = needs.quotes;
    this.#seller = needs.seller;
  }

  /** @throws quote.unknown, also for a quote of another tenant */
  async find(tenantId: string, quoteId: string | undefined): Promise<Quote> {
    const quote = quoteId === undefined ? undefined : await this.#quotes.get(quoteId);
    if (quote?.tenantId !== tenantId) throw new UpgraderaError('quote.unknown', quoteId);
    return quote;
  }

  /** Computed and stored. @throws price.unknown, plan.unknown */
  async quote(tenantId: string, facts: QuoteFacts, wish: QuoteWish): Promise<Quote> {
    return this.keep(await this.compute(tenantId, facts, wish));
  }

  /**
   * A quote with an id of its own, not stored yet. Given a quote as the wish, it is the same at
   * today's price. Consent to lose prepaid time holds as long as no more is lost.
   * @throws price.unknown, plan.unknown
   */
  async compute(tenantId: string, facts: QuoteFacts, wish: QuoteWish): Promise<Quote> {
    const { account, declinedMethods } = facts;
    const { targetSkuId, quantity, term, billing, soldTo = account.soldTo } = wish;
    const { billedTo } = account;
    if (!isKnown(soldTo) || !isKnown(billedTo))
      throw new UpgraderaError('price.unknown', 'address');
    const purchase = {
      tenantId,
      subscriptionId: facts.subscription.id,
      ...{ targetSkuId, quantity, term, billing, soldTo },
      billedTo,
    };
    const ask = (paymentMethodId: string | undefined): Promise<Quote> =>
      this.#seller.quote({ ...purchase, paymentMethodId });
    const wanted = wish.paymentMethodId ?? account.defaultPaymentMethodId;
    const quote = await ask(wanted);
    const methods = methodsForOrder(account, firstCharge(quote), declinedMethods);
    const method =
      methods.find(({ id, usable }) => usable && id === wish.paymentMethodId) ??
      preselected(methods, account.defaultPaymentMethodId);
    return withConsentOf(method && method.id !== wanted ? await ask(method.id) : quote, wish);
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
