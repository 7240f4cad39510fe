/**
 * A tenant may buy from a partner, from Microsoft, or some of it from each: what the partner sold goes its
 * way, all else that of Microsoft.
 */
import type { BillingAccount } from '../commerce/model/account.ts';
import type { PriceBook } from '../commerce/model/catalog.ts';
import type { Quote } from '../commerce/model/quote.ts';
import type { SoldSubscription } from '../commerce/model/subscription.ts';
import type {
  Capabilities,
  Eligibility,
  OperationStatus,
  PlaceRequest,
  PlaceResult,
  Purchase,
  Seller,
} from '../commerce/ports/seller.ts';

export interface SellersOfEach {
  partner: Seller & { sellsTo(tenantId: string): Promise<boolean> };
  direct: Seller;
}

export class SellerOfEach implements Seller {
  readonly #sellers: SellersOfEach;
  /** Tenant and id of what the partner sold, as far as was asked. */
  readonly #ofPartner = new Set<string>();

  constructor(sellers: SellersOfEach) {
    this.#sellers = sellers;
  }

  async billingAccount(tenantId: string, subscriptionId?: string): Promise<BillingAccount> {
    return (await this.#sellerOf(tenantId, subscriptionId)).billingAccount(tenantId);
  }

  /** The partner knows more of what it sold. */
  async subscriptions(tenantId: string): Promise<SoldSubscription[]> {
    const { partner, direct } = this.#sellers;
    const [sold, all] = await Promise.all([
      partner.sellsTo(tenantId).then((sells) => (sells ? this.#soldByPartner(tenantId) : [])),
      direct.subscriptions(tenantId),
    ]);
    const known = new Set(sold.map(({ id }) => id));
    return [...sold, ...all.filter(({ id }) => !known.has(id))];
  }

  async eligibility(tenantId: string, subscriptionId: string): Promise<Eligibility> {
    const seller = await this.#sellerOf(tenantId, subscriptionId);
    return seller.eligibility(tenantId, subscriptionId);
  }

  async priceBook(tenantId: string, subscriptionId?: string): Promise<PriceBook> {
    return (await this.#sellerOf(tenantId, subscriptionId)).priceBook(tenantId);
  }

  async quote(purchase: Purchase): Promise<Quote> {
    const { tenantId, subscriptionId } = purchase;
    return (await this.#sellerOf(tenantId, subscriptionId)).quote(purchase);
  }

  async capabilities(tenantId: string, subscriptionId?: string): Promise<Capabilities> {
    return (await this.#sellerOf(tenantId, subscriptionId)).capabilities(tenantId);
  }

  async place(request: PlaceRequest): Promise<PlaceResult> {
    const { tenantId, subscriptionId } = request;
    return (await this.#sellerOf(tenantId, subscriptionId)).place(request);
  }

  /** Only the partner's orders are placed from here. */
  operation(tenantId: string, operationId: string): Promise<OperationStatus> {
    return this.#sellers.partner.operation(tenantId, operationId);
  }

  /** @param subscriptionId undefined where it is about the tenant as a whole */
  async #sellerOf(tenantId: string, subscriptionId: string | undefined): Promise<Seller> {
    const { partner, direct } = this.#sellers;
    if (!(await partner.sellsTo(tenantId))) return direct;
    if (subscriptionId === undefined) return partner;
    const key = keyOf(tenantId, subscriptionId);
    if (!this.#ofPartner.has(key)) await this.#soldByPartner(tenantId);
    return this.#ofPartner.has(key) ? partner : direct;
  }

  async #soldByPartner(tenantId: string): Promise<SoldSubscription[]> {
    const sold = await this.#sellers.partner.subscriptions(tenantId);
    for (const { id } of sold) this.#ofPartner.add(keyOf(tenantId, id));
    return sold;
  }
}

const keyOf = (tenantId: string, subscriptionId: string): string => `${tenantId}/${subscriptionId}`;
