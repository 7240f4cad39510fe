/**
 * Which product of the directory each thing that is sold brings. It never changes, so it is asked once.
 * `provisioningId` is the SKU id of Entra:
 * https://learn.microsoft.com/partner-center/developer/get-a-list-of-skus-for-a-product
 */
import { z } from 'zod';
import { isCatalogItem, soldSkuOf } from './catalogItem.ts';
import { insensitive } from './insensitive.ts';
import type { PartnerCenterClient } from './partnerCenterClient.ts';

const skuSchema = insensitive({
  dynamicAttributes: insensitive({ provisioningId: z.string().nullish() }).nullish(),
});

export class SoldSkus {
  readonly #client: Pick<PartnerCenterClient, 'get'>;
  /** By `product:sku`; null where it is nothing that the directory has. */
  readonly #known = new Map<string, string | null>();
  /** Many customers have the same. */
  readonly #asking = new Map<string, Promise<string | undefined>>();

  constructor(client: Pick<PartnerCenterClient, 'get'>) {
    this.#client = client;
  }

  /**
   * SKU id of the product, in lower case.
   * @param offerId a catalog item
   * @param country of the customer, as in ISO 3166-1 alpha-2
   * @returns undefined for what is no licence of the newer commerce
   */
  async skuIdOf(offerId: string, country: string): Promise<string | undefined> {
    if (!isCatalogItem(offerId)) return undefined;
    const soldSku = soldSkuOf(offerId);
    const known = this.#known.get(soldSku);
    if (known !== undefined) return known ?? undefined;
    const underWay = this.#asking.get(soldSku);
    if (underWay) return underWay;
    const asked = this.#ask(soldSku, country).finally(() => this.#asking.delete(soldSku));
    this.#asking.set(soldSku, asked);
    return asked;
  }

  /** Everything that was asked about and brings this product, as `product:sku`. */
  soldAs(skuId: string): string[] {
    const wanted = skuId.toLowerCase();
    return [...this.#known].filter(([, brings]) => brings === wanted).map(([soldSku]) => soldSku);
  }

  async #ask(soldSku: string, country: string): Promise<string | undefined> {
    const [product = '', sku = ''] = soldSku.split(':');
    const { dynamicAttributes } = await this.#client.get({
      operation: 'sku',
      path: `/products/${product}/skus/${sku}?country=${country}`,
      answer: skuSchema,
    });
    const skuId = z.guid().safeParse(dynamicAttributes?.provisioningId).data?.toLowerCase();
    this.#known.set(soldSku, skuId ?? null);
    return skuId;
  }
}
