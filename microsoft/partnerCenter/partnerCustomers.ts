/** Customers of the partner, with what they pay. */
import type { BillingAccount, Segment } from '../../commerce/model/account.ts';
import type { PriceBook } from '../../commerce/model/catalog.ts';
import { currencyIn } from '../direct/market.ts';
import { accountOf, type Customer, countryOf, segmentOf } from './customer.ts';
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

/** Milliseconds for which a customer's address and kind are not asked for again: some turns of a person. */
const profileHolds = 60_000;
const mostProfiles = 1_000;

interface Profile {
  customer: Customer;
  segment: Segment;
}

export class PartnerCustomers {
  readonly #parts: PartnerCustomersParts;
  /** A turn asks for the same one several times at once. */
  readonly #asking = new Map<string, Promise<Profile>>();
  readonly #profiles = new Map<string, { profile: Profile; until: number }>();
  readonly #known = new Set<string>();
  /** Until when, as `performance.now` counts, a tenant is not asked about again. */
  readonly #strangers = new Map<string, number>();

  constructor(parts: PartnerCustomersParts) {
    this.#parts = parts;
  }

  /** Nothing has a price where none was imported for the customer's country. */
  async of(tenantId: string): Promise<PartnerCustomer> {
    const { sheets, skus, margin } = this.#parts;
    const { customer, segment } = await this.#profileOf(tenantId);
    const country = countryOf(customer);
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

  /**
   * Whether a tenant buys from the partner. Who does mostly goes on doing so; who does not may begin to.
   * @throws what is no answer
   */
  async has(tenantId: string): Promise<boolean> {
    if (this.#known.has(tenantId)) return true;
    const now = performance.now();
    if ((this.#strangers.get(tenantId) ?? now) > now) return false;
    try {
      await this.#profileOf(tenantId);
    } catch (error) {
      if (this.#known.has(tenantId)) return true;
      if (!(error instanceof PartnerCenterRefusal) || !noCustomer.includes(error.status)) {
        throw error;
      }
      if (this.#strangers.size >= mostStrangers) this.#strangers.clear();
      this.#strangers.set(tenantId, now + strangerHolds);
      return false;
    }
    return true;
  }

  /** As far as was asked. */
  knows(tenantId: string): boolean {
    return this.#known.has(tenantId);
  }

  #profileOf(tenantId: string): Promise<Profile> {
    const held = this.#profiles.get(tenantId);
    if (held && held.until > performance.now()) return Promise.resolve(held.profile);
    const underWay = this.#asking.get(tenantId);
    if (underWay) return underWay;
    const asked = this.#ask(tenantId).finally(() => this.#asking.delete(tenantId));
    this.#asking.set(tenantId, asked);
    return asked;
  }

  async #ask(tenantId: string): Promise<Profile> {
    const { client } = this.#parts;
    const [found, qualifications] = await Promise.allSettled([
      client.get(customerRead(tenantId)),
      client.get(qualificationsRead(tenantId)),
    ]);
    if (found.status === 'rejected') throw found.reason;
    this.#known.add(tenantId);
    if (qualifications.status === 'rejected') throw qualifications.reason;
    const profile = { customer: found.value, segment: segmentOf(qualifications.value) };
    if (this.#profiles.size >= mostProfiles) this.#profiles.clear();
    this.#profiles.set(tenantId, { profile, until: performance.now() + profileHolds });
    return profile;
  }
}
