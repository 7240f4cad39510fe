import type { Licensing } from '../../commerce/ports/directory.ts';
import type { Owned } from './owned.ts';

/** Users with a licence of each product, by its SKU id in lower case; several subscriptions add up. */
export function licencesIn(
  owned: readonly Pick<Owned, 'skuId' | 'assigned'>[],
): ReadonlyMap<string, number> {
  const bySku = Map.groupBy(owned, ({ skuId }) => skuId.toLowerCase());
  return new Map(
    [...bySku].map(([skuId, same]) => [
      skuId,
      same.reduce((sum, { assigned }) => sum + assigned, 0),
    ]),
  );
}

/** How those of a product are given. */
export function licensingIn(
  owned: readonly Pick<Owned, 'skuId' | 'turnedOff' | 'groups'>[],
  skuId: string,
): Licensing {
  const ofProduct = owned.filter((one) => one.skuId.toLowerCase() === skuId.toLowerCase());
  return {
    turnedOff: ofProduct.flatMap(({ turnedOff = [] }) => turnedOff),
    groups: ofProduct.flatMap(({ groups = [] }) => groups),
  };
}
