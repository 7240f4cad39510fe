import type { Catalog } from '../../commerce/model/catalog.ts';
import type { Localiser } from '../../locales/localiser.ts';

/** The name that people know a product by, also of one that the catalogue doesn't know. */
export function planName(catalog: Pick<Catalog, 'find'>, skuId: string, l: Localiser): string {
  return catalog.find(skuId)?.name ?? l.t('dialogs.unknownPlan', { sku: skuId });
}
