/** What a tenant owns: the one place where the seller's facts and the directory's come together. */
import type { SoldSubscription, Subscription } from '../model/subscription.ts';
import { orUnknown } from '../model/unknown.ts';
import type { Directory } from '../ports/directory.ts';

interface Sources<Sold extends SoldSubscription> {
  seller: { subscriptions(tenantId: string): Promise<Sold[]> };
  directory: Pick<Directory, 'assignedLicences'>;
}

/** In the seller's order. Without the directory nobody knows how many users there are. */
export async function subscriptionsOf<Sold extends SoldSubscription>(
  { seller, directory }: Sources<Sold>,
  tenantId: string,
): Promise<(Sold & Pick<Subscription, 'assigned'>)[]> {
  const [sold, assigned] = await Promise.all([
    seller.subscriptions(tenantId),
    orUnknown(directory.assignedLicences(tenantId)),
  ]);
  return sold.map((subscription) => ({
    ...subscription,
    assigned:
      assigned === 'unknown' ? 'unknown' : (assigned.get(subscription.skuId.toLowerCase()) ?? 0),
  }));
}
