/** Sells to customers of a partner, in the partner's name, at the partner's prices. */

import { dayIn } from '../../commerce/base/dayIn.ts';
import type { BillingAccount } from '../../commerce/model/account.ts';
import type { Catalog, PriceBook } from '../../commerce/model/catalog.ts';
import { chargesIn } from '../../commerce/model/policyValues.ts';
import type { Quote } from '../../commerce/model/quote.ts';
import type { SoldSubscription } from '../../commerce/model/subscription.ts';
import { billingCycleSchema, type PurchaseTerms, termSchema } from '../../commerce/model/terms.ts';
import type { Clock } from '../../commerce/ports/clock.ts';
import type {
  Capabilities,
  Eligibility,
  Offer,
  OperationStatus,
  PlaceRequest,
  PlaceResult,
  Purchase,
  Seller,
} from '../../commerce/ports/seller.ts';
import { quoteFromPrices } from '../../commerce/quote/quoteFromPrices.ts';
import { eligibleItems, refusalsIn } from './eligibilities.ts';
import { eligibilitiesRead, subscriptionsRead } from './partnerCenterReads.ts';
import { PartnerCustomers } from './partnerCustomers.ts';
import type { PriceSheets } from './prices/priceSheets.ts';
import { SoldSkus } from './soldSkus.ts';
import { soldSubscription } from './subscriptions.ts';
import { UpgradeDesk, type UpgradeDeskParts } from './upgradeDesk.ts';

export interface PartnerCenterSellerParts {
  client: UpgradeDeskParts['client'];
  sheets: Pick<PriceSheets, 'of'>;
  catalog: Catalog;
  clock: Clock;
  /** As of `UpgradeDeskParts`. */
  directory?: UpgradeDeskParts['directory'];
  /**
   * Hundredths of a percent that the partner adds to what Microsoft asks of it; without one, customers
   * pay what Microsoft recommends.
   */
  margin?: number | undefined;
}

const allTerms: readonly PurchaseTerms[] = termSchema.options.flatMap((term) =>
  billingCycleSchema.options
    .filter((billing) => chargesIn(term, billing) > 0)
    .map((billing) => ({ term, billing })),
);

export class PartnerCenterSeller implements Seller {
  readonly #parts: PartnerCenterSellerParts;
  readonly #skus: SoldSkus;
  readonly #customers: PartnerCustomers;
  readonly #desk: UpgradeDesk;

  constructor(parts: PartnerCenterSellerParts) {
    const { client, sheets, clock, margin, directory } = parts;
    this.#parts = parts;
    this.#skus = new SoldSkus(client);
    this.#customers = new PartnerCustomers({ client, sheets, skus: this.#skus, margin });
    const [skus, customers] = [this.#skus, this.#customers];
    this.#desk = new UpgradeDesk({ client, clock, skus, customers, directory });
  }

  /** Whether it sells to a tenant at all. */
  sellsTo(tenantId: string): Promise<boolean> {
    return this.#customers.has(tenantId);
  }

  /** The same, as far as was asked. */
  isKnownToSellTo(tenantId: string): boolean {
    return this.#customers.knows(tenantId);
  }

  async billingAccount(tenantId: string): Promise<BillingAccount> {
    return (await this.#customers.of(tenantId)).account;
  }

  /** Licences of what the partner sold by the newer commerce, and the directory knows. */
  async subscriptions(tenantId: string): Promise<SoldSubscription[]> {
    const [{ items }, { account, country, prices }, today] = await Promise.all([
      this.#parts.client.get(subscriptionsRead(tenantId)),
      this.#customers.of(tenantId),
      this.#today(tenantId),
    ]);
    const skuIds = await Promise.all(
      items.map(({ offerId }) => this.#skus.skuIdOf(offerId, country)),
    );
    const { currency } = account;
    return items.flatMap((item, at) => {
      const skuId = skuIds[at];
      return skuId ? soldSubscription(item, { skuId, today, currency, prices }) : [];
    });
  }

  /** An offer for which the partner has no price has no terms. */
  async eligibility(tenantId: string, subscriptionId: string): Promise<Eligibility> {
    const [answer, { account, country, prices }, on] = await Promise.all([
      this.#parts.client.get(eligibilitiesRead(tenantId, subscriptionId)),
      this.#customers.of(tenantId),
      this.#today(tenantId),
    ]);
    const skuIds = await Promise.all(
      eligibleItems(answer).map((item) => this.#skus.skuIdOf(item, country)),
    );
    const { currency } = account;
    const offers: Offer[] = [...new Set(skuIds)].flatMap((skuId) => {
      if (skuId === undefined) return [];
      const purchaseTerms = allTerms.filter((terms) =>
        prices.price({ skuId, currency, on, ...terms }),
      );
      return [{ skuId, purchaseTerms }];
    });
    return { offers, refusals: refusalsIn(answer) };
  }

  /** Of products that this customer owns, or was offered. */
  async priceBook(tenantId: string): Promise<PriceBook> {
    return (await this.#customers.of(tenantId)).prices;
  }

  /** @throws what `quoteFromPrices` throws */
  async quote(purchase: Purchase): Promise<Quote> {
    const { tenantId, subscriptionId } = purchase;
    const [subscriptions, account, now] = await Promise.all([
      this.subscriptions(tenantId),
      this.billingAccount(tenantId),
      this.#parts.clock.now(tenantId),
      // A price is known of what was offered: another process may have been told so.
      this.eligibility(tenantId, subscriptionId),
    ]);
    const seller = {
      subscriptions: async () => subscriptions,
      billingAccount: async () => account,
      priceBook: () => this.priceBook(tenantId),
    };
    return quoteFromPrices({ seller, catalog: this.#parts.catalog }, purchase, now);
  }

  /** A transition can't be taken back, and whether the partner gives credit is no part of it. */
  async capabilities(tenantId: string): Promise<Capabilities> {
    return {
      repeatsSafely: true,
      checksCredit: false,
      findOperation: (sent) => this.#desk.find(tenantId, sent),
    };
  }

  place(request: PlaceRequest): Promise<PlaceResult> {
    return this.#desk.place(request);
  }

  operation(tenantId: string, operationId: string): Promise<OperationStatus> {
    return this.#desk.operation(tenantId, operationId);
  }

  async #today(tenantId: string): Promise<string> {
    return dayIn('UTC', await this.#parts.clock.now(tenantId));
  }
}
