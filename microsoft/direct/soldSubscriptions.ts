/** What a tenant owns, as its directory shows it. How it is paid stands in none. */
import type { SoldSubscription, SubscriptionStatus } from '../../commerce/model/subscription.ts';
import type { CompanySubscription } from '../graph/reads.ts';

/**
 * Both are open. `Warning` is the time of grace after a term has ended, `LockedOut` what was given up:
 * https://learn.microsoft.com/graph/api/resources/companysubscription and …/subscribedsku
 */
const statuses: Partial<Record<string, SubscriptionStatus>> = {
  Enabled: 'active',
  Warning: 'expired',
  Suspended: 'disabled',
  LockedOut: 'canceled',
  Deleted: 'deleted',
};

/**
 * A service that waits for its administrator, or was added to the product later, keeps nothing from
 * being done: https://learn.microsoft.com/graph/api/resources/serviceplaninfo
 */
const unfinished: readonly string[] = ['PendingInput', 'Error'];

/** @param tenantId whose partner, where there is one, is another tenant */
export function soldSubscription(owned: CompanySubscription, tenantId: string): SoldSubscription {
  const { commerceSubscriptionId, id, skuId, status, totalLicenses, isTrial } = owned;
  const { nextLifecycleDateTime, ownerTenantId } = owned;
  const services = (owned.serviceStatus ?? [])
    .filter(({ provisioningStatus }) => unfinished.includes(provisioningStatus ?? ''))
    .flatMap(({ servicePlanName }) => servicePlanName ?? []);
  const byPartner = ownerTenantId && ownerTenantId.toLowerCase() !== tenantId.toLowerCase();
  return {
    // The number under which Microsoft sells it, where it tells that.
    id: (commerceSubscriptionId || id).toLowerCase(),
    skuId,
    status: statuses[status ?? ''] ?? 'unknown',
    quantity: totalLicenses ?? 0,
    term: 'unknown',
    billing: 'unknown',
    prepaid: 'unknown',
    period: 'unknown',
    renewsOn: nextLifecycleDateTime ? nextLifecycleDateTime.slice(0, 10) : 'unknown',
    autoRenew: 'unknown',
    ...(byPartner ? { soldBy: 'partner' as const } : {}),
    ...(isTrial ? { trial: true } : {}),
    ...(services.length > 0 ? { unfinishedServices: services } : {}),
  };
}
