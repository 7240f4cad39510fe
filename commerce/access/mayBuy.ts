import type { Agreement } from '../model/account.ts';
import type { Role } from '../model/role.ts';

/** Under the newer agreement directory roles don't count, not even the highest (R5, R6, R8). */
const buyers: Record<Agreement, readonly Role[]> = {
  MOSA: ['global-admin', 'billing-admin'],
  MCA: [
    'billing-account-owner',
    'billing-account-contributor',
    'billing-profile-owner',
    'billing-profile-contributor',
  ],
  CSP: ['global-admin', 'billing-admin'],
};

/** Whether somebody with these roles may order, and take an order back (R4–R9). */
export function mayBuy(agreement: Agreement, roles: readonly Role[]): boolean {
  return roles.some((role) => buyers[agreement].includes(role));
}
