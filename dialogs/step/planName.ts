import type { Catalog } from '../../commerce/model/catalog.ts';
import type { Localiser } from '../../locales/localiser.ts';

/** The name that people know a product by, also of one that the catalogue doesn't know. */
export function planName(catalog: Pick<Catalog, 'find'>, skuId: string, l: Localiser): string {
  return catalog.find(skuId)?.name ?? l.t('dialogs.unknownPlan', { sku: skuId });
}

/** The same for both ends of an upgrade, a change or a move; a move that frees licences has one end alone. */
export function planNames(
  catalog: Pick<Catalog, 'find'>,
  l: Localiser,
  { sourceSkuId, targetSkuId }: { sourceSkuId: string; targetSkuId?: string | undefined },
): { sourceName: string; targetName: string } {
  return {
    sourceName: planName(catalog, sourceSkuId, l),
    targetName: targetSkuId === undefined ? '' : planName(catalog, targetSkuId, l),
  };
}
