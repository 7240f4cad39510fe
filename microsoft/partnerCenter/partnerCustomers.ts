/** Customers of the partner, with what they pay. */
import { UpgraderaError } from '../../commerce/base/errors.ts';
import type { BillingAccount } from '../../commerce/model/account.ts';
import type { PriceBook } from '../../commerce/model/catalog.ts';
import { accountOf, countryOf, segmentOf } from './customer.ts';
import type { PartnerCenterClient } from './partnerCenterClient.ts';
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

export class PartnerCustomers {
  readonly #parts: PartnerCustomersParts;
  /** A turn asks for the same one several times at once. */
  readonly #asking = new Map<string, Promise<PartnerCustomer>>();

  constructor(parts: PartnerCustomersParts) {
    this.#parts = parts;
  }

  /** @throws price.unknown where no prices were imported for the customer's country */
  of(tenantId: string): Promise<PartnerCustomer> {
    const underWay = this.#asking.get(tenantId);
    if (underWay) return underWay;
    const asked = this.#ask(tenantId).finally(() => this.#asking.delete(tenantId));
    this.#asking.set(tenantId, asked);
    return asked;
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
    const currency = sheet?.values().next().value?.[0]?.currency;
    if (!sheet || !currency)
      throw new UpgraderaError('price.unknown', `no price sheet: ${country}`);
    const soldAs = (skuId: string) => skus.soldAs(skuId);
    return {
      account: accountOf({ tenantId, customer, segment, currency }),
      country,
      prices: sheetPriceBook({ sheet, segment, soldAs, margin }),
    };
  }
}
