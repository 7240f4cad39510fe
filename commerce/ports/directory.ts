/**
 * Who is in the organisation, and how its services are. Every call may reject with an
 * `UpgraderaError`; nothing else is expected by the callers.
 */
import type { RolesOfPerson } from '../model/role.ts';
import type { UsersOf } from '../model/subscription.ts';
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

/** How licences of a product are given, where not to each user with all of its services. */
export interface Licensing {
  /** Services that somebody has turned off, and for how many users (R85). */
  turnedOff: UsersOf[];
  /** Groups that give users their licence (R88), by name where the directory tells it, else by id. */
  groups: UsersOf[];
}

export interface Directory {
  /** The country as in ISO 3166-1 alpha-2. */
  organisation(tenantId: string): Promise<{ name: string; country: OrUnknown<string> }>;
  roles(tenantId: string, userId: string): Promise<RolesOfPerson>;
  /** Incidents that are open now. */
  serviceIncidents(tenantId: string): Promise<OrUnknown<ServiceIncident[]>>;
  /** How many users have a licence of each product, by its SKU id in lower case. */
  assignedLicences(tenantId: string): Promise<OrUnknown<ReadonlyMap<string, number>>>;
  /** Of a product, the most users first. */
  licensing(tenantId: string, skuId: string): Promise<OrUnknown<Licensing>>;
  /** Users for whose licence of a product none was bought, the latest assigned first (R46, R47). */
  overAssigned(tenantId: string, skuId: string): Promise<OrUnknown<LicensedUser[]>>;
}
