/** Ports of which each call goes to the back end of the tenant that it is about. */
import type { Clock } from '../../commerce/ports/clock.ts';
import type { Directory } from '../../commerce/ports/directory.ts';
import type { Seller } from '../../commerce/ports/seller.ts';
import type { UserLicences } from '../../commerce/ports/userLicences.ts';

export interface Ports {
  seller: Seller;
  directory: Directory;
  licences: UserLicences;
  clock: Clock;
}

/** Written out, so that the compiler asks for a method that a port gets. */
export function portsByTenant(of: (tenantId: string) => Ports): Ports {
  return {
    seller: {
      billingAccount: (tenantId, ...rest) => of(tenantId).seller.billingAccount(tenantId, ...rest),
      subscriptions: (tenantId) => of(tenantId).seller.subscriptions(tenantId),
      eligibility: (tenantId, ...rest) => of(tenantId).seller.eligibility(tenantId, ...rest),
      priceBook: (tenantId, ...rest) => of(tenantId).seller.priceBook(tenantId, ...rest),
      quote: (purchase) => of(purchase.tenantId).seller.quote(purchase),
      capabilities: (tenantId, ...rest) => of(tenantId).seller.capabilities(tenantId, ...rest),
      place: (request) => of(request.tenantId).seller.place(request),
      operation: (tenantId, ...rest) => of(tenantId).seller.operation(tenantId, ...rest),
    },
    directory: {
      organisation: (tenantId) => of(tenantId).directory.organisation(tenantId),
      roles: (tenantId, ...rest) => of(tenantId).directory.roles(tenantId, ...rest),
      serviceIncidents: (tenantId) => of(tenantId).directory.serviceIncidents(tenantId),
      assignedLicences: (tenantId) => of(tenantId).directory.assignedLicences(tenantId),
      licensing: (tenantId, ...rest) => of(tenantId).directory.licensing(tenantId, ...rest),
      overAssigned: (tenantId, ...rest) => of(tenantId).directory.overAssigned(tenantId, ...rest),
    },
    licences: {
      page: (tenantId, ...rest) => of(tenantId).licences.page(tenantId, ...rest),
      users: (tenantId, ...rest) => of(tenantId).licences.users(tenantId, ...rest),
      services: (tenantId, ...rest) => of(tenantId).licences.services(tenantId, ...rest),
      capacity: (tenantId, ...rest) => of(tenantId).licences.capacity(tenantId, ...rest),
      change: (tenantId, ...rest) => of(tenantId).licences.change(tenantId, ...rest),
    },
    clock: { now: (tenantId) => of(tenantId).clock.now(tenantId) },
  };
}
