/** How an upgrade is recognised among those of its subscription: Partner Center gives it no id. */
import { UpgraderaError } from '../../commerce/base/errors.ts';
import { soldSkuOf } from './catalogItem.ts';
import { beginningOf, type Transition } from './transitions.ts';

export interface PlacedUpgrade {
  subscriptionId: string;
  /** What it leads to, as `product:sku`. */
  soldSku: string;
  /** ISO instant. */
  since: string;
}

/** Seconds by which the clocks of both sides may differ. */
const clockSkew = 60;

export function operationIdOf({ subscriptionId, soldSku, since }: PlacedUpgrade): string {
  return `${subscriptionId}/${soldSku}/${since}`;
}

/** @throws operation.unknown for what `operationIdOf` never gave */
export function placedUpgradeOf(operationId: string): PlacedUpgrade {
  const [, subscriptionId, soldSku, since] =
    /^([^/]+)\/([^/]+)\/(\d{4}-[\d:.TZ-]+)$/.exec(operationId) ?? [];
  if (!subscriptionId || !soldSku || !since) {
    throw new UpgraderaError('operation.unknown', operationId);
  }
  return { subscriptionId, soldSku, since };
}

/**
 * The first upgrade to this that began since then.
 * @param quantity of licences, where it is known
 */
export function findPlaced(
  transitions: readonly Transition[],
  { soldSku, since, quantity }: Omit<PlacedUpgrade, 'subscriptionId'> & { quantity?: number },
): Transition | undefined {
  const from = Temporal.Instant.from(since).subtract({ seconds: clockSkew });
  return transitions
    .filter(({ toCatalogItemId }) => soldSkuOf(toCatalogItemId) === soldSku)
    .filter((one) => quantity === undefined || (one.quantity ?? quantity) === quantity)
    .map((transition) => ({ transition, began: beginningOf(transition) }))
    .filter(({ began }) => began && Temporal.Instant.compare(began, from) >= 0)
    .toSorted((a, b) => (a.began && b.began ? Temporal.Instant.compare(a.began, b.began) : 0))[0]
    ?.transition;
}
