/**
 * Who is in the organisation, and how its services are. Every call may reject with an
 * `UpgraderaError`; nothing else is expected by the callers.
 */
import type { RolesOfPerson } from '../model/role.ts';
import type { OrUnknown } from '../model/unknown.ts';

/** A service that does not work as it should now (R25). Advisories are not among them. */
export interface ServiceIncident {
  /** Microsoft's number of the incident. */
  id: string;
  /** Name of the service; a proper name, the same in every language. */
  service: string;
}

export interface LicensedUser {
  name: string;
  /** What the user signs in with. */
  userName: string;
}

export interface Directory {
  /** The country as in ISO 3166-1 alpha-2. */
  organisation(tenantId: string): Promise<{ name: string; country: OrUnknown<string> }>;
  roles(tenantId: string, userId: string): Promise<RolesOfPerson>;
  /** Incidents that are open now. */
  serviceIncidents(tenantId: string): Promise<OrUnknown<ServiceIncident[]>>;
  /** How many users have a licence of each product, by its SKU id in lower case. */
  assignedLicences(tenantId: string): Promise<OrUnknown<ReadonlyMap<string, number>>>;
  /** Users for whose licence of a product none was bought, the latest assigned first (R46, R47). */
  overAssigned(tenantId: string, skuId: string): Promise<OrUnknown<LicensedUser[]>>;
}
