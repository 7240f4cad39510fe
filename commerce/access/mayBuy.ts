import type { Agreement } from '../model/account.ts';
import type { BillingRole, EntraRole, RolesOfPerson } from '../model/role.ts';
import type { OrUnknown } from '../model/unknown.ts';

const entraBuyers: readonly EntraRole[] = ['global-admin', 'billing-admin'];
const billingBuyers: readonly BillingRole[] = [
  'billing-account-owner',
  'billing-account-contributor',
  'billing-profile-owner',
  'billing-profile-contributor',
];

/** Under the newer agreement directory roles don't count, not even the highest (R5, R6, R8). */
const buyers: Record<Agreement, (roles: RolesOfPerson) => OrUnknown<boolean>> = {
  MOSA: ({ entra }) => hasOneOf(entra, entraBuyers),
  MCA: ({ billing }) => hasOneOf(billing, billingBuyers),
  CSP: ({ entra }) => hasOneOf(entra, entraBuyers),
};

/**
 * Whether somebody with these roles may order, and take an order back (R4–R9). `unknown` where the
 * roles that decide it can't be seen: that is no permission, and no refusal either.
 */
export function mayBuy(agreement: Agreement, roles: RolesOfPerson): OrUnknown<boolean> {
  return buyers[agreement](roles);
}

function hasOneOf<Role>(
  roles: OrUnknown<readonly Role[]>,
  wanted: readonly Role[],
): OrUnknown<boolean> {
  return roles === 'unknown' ? 'unknown' : roles.some((role) => wanted.includes(role));
}
