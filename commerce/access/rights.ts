/** Who may see and do what: one table, asked wherever something is shown or done. */
import type { Agreement } from '../model/account.ts';
import type { BillingRole, EntraRole, RolesOfPerson } from '../model/role.ts';
import { billingRoles } from '../model/role.ts';
import { type OrUnknown, orUnknown } from '../model/unknown.ts';
import type { Directory } from '../ports/directory.ts';
import type { Seller } from '../ports/seller.ts';

/**
 * `buy`: order, take an order back, agree to lose prepaid time (R5–R8). `seeBilling`: prices for this
 * customer, what is overdue, and the orders of others. `seeUsers`: lists of users (R9, R10). `assign`: give
 * users licences and take them away, which who buys may not (R9).
 */
export const rights = ['buy', 'seeBilling', 'seeUsers', 'assign'] as const;
export type Right = (typeof rights)[number];

interface Holders {
  entra: readonly EntraRole[];
  billing: readonly BillingRole[];
}

const buyers: readonly EntraRole[] = ['global-admin', 'billing-admin'];
const usersAdmins: readonly EntraRole[] = [
  'global-admin',
  'billing-admin',
  'license-admin',
  'user-admin',
  'support-admin',
];

const assigners: readonly EntraRole[] = ['global-admin', 'license-admin', 'user-admin'];

/** Under the newer agreement directory roles buy nothing, not even the highest (R5, R6, R8). */
const buying: Record<OrUnknown<Agreement>, Holders> = {
  MOSA: { entra: buyers, billing: [] },
  MCA: { entra: [], billing: billingRoles },
  CSP: { entra: buyers, billing: [] },
  // A role of the directory may do, or may not: only one on the billing account would do in any case.
  unknown: { entra: [], billing: billingRoles },
};

const holdersOf: Record<Right, (agreement: OrUnknown<Agreement>) => Holders> = {
  buy: (agreement) => buying[agreement],
  seeBilling: () => ({ entra: buyers, billing: billingRoles }),
  seeUsers: () => ({ entra: usersAdmins, billing: billingRoles }),
  assign: () => ({ entra: assigners, billing: [] }),
};

/**
 * Whether somebody with these roles has a right. `unknown` where roles that may give it can't be seen:
 * that is no permission, and no refusal either.
 */
export function hasRight(
  right: Right,
  agreement: OrUnknown<Agreement>,
  { entra, billing }: RolesOfPerson,
): OrUnknown<boolean> {
  const holders = holdersOf[right](agreement);
  const answers = [hasOneOf(entra, holders.entra), hasOneOf(billing, holders.billing)];
  if (answers.includes(true)) return true;
  return answers.includes('unknown') ? 'unknown' : false;
}

function hasOneOf<Role>(
  roles: OrUnknown<readonly Role[]>,
  wanted: readonly Role[],
): OrUnknown<boolean> {
  if (wanted.length === 0) return false;
  return roles === 'unknown' ? 'unknown' : roles.some((role) => wanted.includes(role));
}

/** Of one person, in one tenant. */
export type RightsOfPerson = Readonly<Record<Right, OrUnknown<boolean>>>;

export interface RightsSources {
  seller: Pick<Seller, 'billingAccount'>;
  directory: Pick<Directory, 'roles'>;
}

/** As it is now. Roles that can't be looked up just now are unknown. @throws what the seller throws */
export async function rightsOf(
  { seller, directory }: RightsSources,
  tenantId: string,
  userId: string,
): Promise<RightsOfPerson> {
  const [{ agreement }, roles] = await Promise.all([
    seller.billingAccount(tenantId),
    rolesOf(directory, tenantId, userId),
  ]);
  return {
    buy: hasRight('buy', agreement, roles),
    seeBilling: hasRight('seeBilling', agreement, roles),
    seeUsers: hasRight('seeUsers', agreement, roles),
    assign: hasRight('assign', agreement, roles),
  };
}

/** Unknown as a whole while the directory can't be reached. */
export async function rolesOf(
  directory: Pick<Directory, 'roles'>,
  tenantId: string,
  userId: string,
): Promise<RolesOfPerson> {
  const roles = await orUnknown(directory.roles(tenantId, userId));
  return roles === 'unknown' ? { entra: roles, billing: roles } : roles;
}
