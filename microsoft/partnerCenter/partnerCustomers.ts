/** Customers of the partner, with what they pay. */
import type { BillingAccount } from '../../commerce/model/account.ts';
import type { PriceBook } from '../../commerce/model/catalog.ts';
import { currencyIn } from '../direct/market.ts';
import { accountOf, countryOf, segmentOf } from './customer.ts';
import { type PartnerCenterClient, PartnerCenterRefusal } from './partnerCenterClient.ts';
import { customerRead, qualificationsRead } from './partnerCenterReads.ts';
import type { PriceSheets } from './prices/priceSheets.ts';
import { sheetPriceBook } from './prices/sheetPriceBook.ts';
import type { SoldSkus } from './soldSkus.ts';

export interface PartnerCustomer {
  account: BillingAccount;
  /** As in ISO 3166-1 alpha-2. */
  country: string;
  prices: PriceBook;
}

export interface PartnerCustomersParts {
  client: Pick<PartnerCenterClient, 'get'>;
  sheets: Pick<PriceSheets, 'of'>;
  skus: SoldSkus;
  /** As of `SheetPrices`. */
  margin: number | undefined;
}

/** Statuses with which Partner Center answers about a tenant that is none of the partner's. */
const noCustomer: readonly number[] = [403, 404];

/** Milliseconds for which a tenant is none of the partner's without asking again. */
const strangerHolds = 5 * 60_000;
const mostStrangers = 10_000;

export class PartnerCustomers {
  readonly #parts: PartnerCustomersParts;
  /** A turn asks for the same one several times at once. */
  readonly #asking = new Map<string, Promise<PartnerCustomer>>();
  readonly #known = new Set<string>();
  /** Until when, as `performance.now` counts, a tenant is not asked about again. */
  readonly #strangers = new Map<string, number>();

  constructor(parts: PartnerCustomersParts) {
    this.#parts = parts;
  }

  /** Nothing has a price where none was imported for the customer's country. */
  of(tenantId: string): Promise<PartnerCustomer> {
    const underWay = this.#asking.get(tenantId);
    if (underWay) return underWay;
    const asked = this.#ask(tenantId).finally(() => this.#asking.delete(tenantId));
    this.#asking.set(tenantId, asked);
    return asked;
  }

  /**
   * Whether a tenant buys from the partner. Who does mostly goes on doing so; who does not may begin to.
   * @throws what is no answer
   */
  async has(tenantId: string): Promise<boolean> {
    if (this.#known.has(tenantId)) return true;
    const now = performance.now();
    if ((this.#strangers.get(tenantId) ?? now) > now) return false;
    try {
      await this.#parts.client.get(customerRead(tenantId));
    } catch (error) {
      if (!(error instanceof PartnerCenterRefusal) || !noCustomer.includes(error.status)) {
        throw error;
      }
      if (this.#strangers.size >= mostStrangers) this.#strangers.clear();
      this.#strangers.set(tenantId, now + strangerHolds);
      return false;
    }
    this.#known.add(tenantId);
    return true;
  }

  /** As far as was asked. */
  knows(tenantId: string): boolean {
    return this.#known.has(tenantId);
  }

  async #ask(tenantId: string): Promise<PartnerCustomer> {
    const { client, sheets, skus, margin } = this.#parts;
    const [customer, qualifications] = await Promise.all([
      client.get(customerRead(tenantId)),
      client.get(qualificationsRead(tenantId)),
    ]);
    const country = countryOf(customer);
    const segment = segmentOf(qualifications);
    const sheet = await sheets.of(country);
    // Without prices no amount is told in it.
    const currency = sheet?.values().next().value?.[0]?.currency ?? currencyIn(country);
    const soldAs = (skuId: string) => skus.soldAs(skuId);
    return {
      account: accountOf({ tenantId, customer, segment, currency }),
      country,
      prices: sheetPriceBook({ sheet: sheet ?? new Map(), segment, soldAs, margin }),
    };
  }
}
