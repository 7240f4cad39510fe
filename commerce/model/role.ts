/** The roles that matter to an upgrade (R5–R10). */
import type { OrUnknown } from './unknown.ts';

/** Of Microsoft Entra. `reader` stands for everybody who has none of the others. */
export const entraRoles = [
  'global-admin',
  'billing-admin',
  'license-admin',
  'user-admin',
  'support-admin',
  'reader',
] as const;
export type EntraRole = (typeof entraRoles)[number];

/** On a billing account of the newer agreement, or one of its billing profiles (R5, R7). */
export const billingRoles = [
  'billing-account-owner',
  'billing-account-contributor',
  'billing-profile-owner',
  'billing-profile-contributor',
] as const;
export type BillingRole = (typeof billingRoles)[number];

export const roles = [...entraRoles, ...billingRoles] as const;
export type Role = EntraRole | BillingRole;

/**
 * What one person may do, as far as it can be seen: roles on a billing account are in no directory.
 */
export interface RolesOfPerson {
  entra: OrUnknown<readonly EntraRole[]>;
  billing: OrUnknown<readonly BillingRole[]>;
}

/** Roles of both kinds, told apart. */
export function rolesOfPerson(mixed: readonly Role[]): {
  entra: EntraRole[];
  billing: BillingRole[];
} {
  return {
    entra: entraRoles.filter((role) => mixed.includes(role)),
    billing: billingRoles.filter((role) => mixed.includes(role)),
  };
}
