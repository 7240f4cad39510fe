import type { OwnedBefore } from '../model/purchase/adminPurchase.ts';
import { isOver, type Subscription } from '../model/subscription.ts';
import { isKnown, type OrUnknown } from '../model/unknown.ts';
import { boughtLicences } from './boughtLicences.ts';

/** What a tenant owns now, as it is remembered to see later what has been bought since. */
export function ownedBefore(
  subscriptions: readonly Subscription[],
  plans: { old: string; new: string },
): OwnedBefore {
  const skuIds = new Set(subscriptions.map(({ skuId }) => skuId.toLowerCase()));
  const licences = [...skuIds].map((skuId) => [skuId, boughtLicences(subscriptions, skuId)]);
  const assignedOf = (wanted: string): OrUnknown<number> =>
    subscriptions.find(({ skuId }) => skuId.toLowerCase() === wanted.toLowerCase())?.assigned ?? 0;
  const [onOld, onNew] = [assignedOf(plans.old), assignedOf(plans.new)];
  return {
    licences: Object.fromEntries(licences),
    subscriptions: subscriptions.filter((one) => !isOver(one)).map(({ id }) => id),
    ...(isKnown(onOld) && isKnown(onNew) ? { users: { old: onOld, new: onNew } } : {}),
  };
}
