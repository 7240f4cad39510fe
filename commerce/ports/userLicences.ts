/**
 * Users one by one, and the licences that each of them has. Ids of products and of their services are in
 * lower case. Every call may reject with an `UpgraderaError`; nothing else is expected by the callers.
 */
import type { OrUnknown } from '../model/unknown.ts';

/** A licence as one user has it. A product that is given twice, such as by a group as well, is there twice. */
export interface LicenceAssignment {
  skuId: string;
  /** Ids of its services that are turned off. */
  disabledPlans: readonly string[];
  /** Who gives it, by name where the directory tells it, else by id; absent: given to the user. */
  group?: { id: string; name: string };
  /** Microsoft's class of what is wrong with it (R49); open. */
  error?: string;
}

export interface DirectoryUser {
  id: string;
  name: string;
  /** What the user signs in with. */
  userName: string;
  department?: string;
  /** ISO 3166-1 alpha-2. Without one, no licence can be given. */
  usageLocation?: string;
  /** ISO instant. */
  lastSignIn: OrUnknown<string | 'never'>;
  assignments: readonly LicenceAssignment[];
}

/** All that is given has to hold. */
export interface UserQuery {
  /** Who has a licence of this product. */
  skuId?: string;
  /** The whole name, in any case. */
  department?: string;
  /** Beginning of the name or of the user name, in any case. */
  search?: string;
  /** Members of this group, also by way of groups in it. */
  groupId?: string;
}

/** A group of users, whatever it is there for. */
export interface DirectoryGroup {
  id: string;
  name: string;
}

export interface UserPage {
  users: readonly DirectoryUser[];
  /** Opaque; where there may be more. A page can be empty and have one. */
  next?: string;
}

/** A service of a product, by Microsoft's name for it, such as `EXCHANGE_S_STANDARD`. */
export interface LicenceService {
  id: string;
  name: string;
}

export interface Capacity {
  /** Licences that may be given, those in their grace period included. */
  bought: number;
  /** Users who have one. */
  assigned: number;
}

/** What is to become of one user's licences, all of it or nothing. What is not named here is not touched. */
export interface LicenceChange {
  userId: string;
  /** Given to the user; who has it already, has these services turned off from now on. */
  add: readonly { skuId: string; disabledPlans: readonly string[] }[];
  /** Taken from the user; who has it not, has it not afterwards. */
  remove: readonly string[];
}

export type ChangeOutcome =
  | { outcome: 'changed' }
  | {
      outcome: 'refused';
      /**
       * CountViolation, MutuallyExclusiveViolation, DependencyViolation, ProhibitedInUsageLocationViolation,
       * UniquenessViolation (R49), GroupAssigned (R88), UnknownUser or Other; open.
       */
      reason: string;
      /** Microsoft's own words, for what has no class. */
      text?: string;
    }
  /** Throttled, or the service is away: nobody knows whether it happened. Read before it is repeated. */
  | { outcome: 'later'; afterSeconds: number };

/** As many users can be asked for, or changed, at once (R112). */
export const mostUsersAtOnce = 20;

export interface UserLicences {
  /** In a stable order, whatever is changed meanwhile. @param next as the page before had it */
  page(tenantId: string, query: UserQuery, next?: string): Promise<OrUnknown<UserPage>>;
  /** At most 20, in any order; who is not there, or not any more, is left out. */
  users(tenantId: string, ids: readonly string[]): Promise<OrUnknown<readonly DirectoryUser[]>>;
  /** Those with this whole name, in any case; unknown where groups may not be read. */
  groups(tenantId: string, name: string): Promise<OrUnknown<readonly DirectoryGroup[]>>;
  /** What the product contains for users in this tenant; nothing where the tenant has none of it. */
  services(tenantId: string, skuId: string): Promise<OrUnknown<readonly LicenceService[]>>;
  /** May lag behind changes by minutes. */
  capacity(tenantId: string, skuId: string): Promise<OrUnknown<Capacity>>;
  /**
   * At most 20, of different users, each judged by itself. A repeat is harmless.
   * @returns in the same order
   * @throws connection.no-permission where reading alone was allowed
   */
  change(tenantId: string, changes: readonly LicenceChange[]): Promise<readonly ChangeOutcome[]>;
}
