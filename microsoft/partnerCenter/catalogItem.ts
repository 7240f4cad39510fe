/**
 * What is sold, as Partner Center names it: `product:sku:availability`. The last of the three changes
 * from time to time, so that nothing is remembered by it.
 */
import { z } from 'zod';

export const catalogItemSchema = z
  .string()
  .regex(/^[A-Za-z0-9]+:[A-Za-z0-9]+(:[A-Za-z0-9]+)?$/)
  .transform((text) => text.toUpperCase());

/** `product:sku`, in capitals. @param item as of `catalogItemSchema` */
export function soldSkuOf(item: string): string {
  return item.split(':').slice(0, 2).join(':').toUpperCase();
}

/** Of the newer commerce; the older one names an offer by a GUID. */
export function isCatalogItem(offerId: string): boolean {
  return catalogItemSchema.safeParse(offerId).success;
}
