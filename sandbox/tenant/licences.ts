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
