import type { Agreement } from '../../account.ts';
import type { Role } from '../../ports.ts';
import { adminCenter } from '../adminCenter.ts';
import type { Rule } from '../rule.ts';

/** Who may buy. Under the newer agreement directory roles don't count, not even the highest (R5, R6, R8). */
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

/** The person who asks may not buy (R4–R9). */
export const insufficientRole: Rule = ({ account: { agreement }, roles }) => {
  if (roles.some((role) => buyers[agreement].includes(role))) return undefined;
  return {
    code: 'INSUFFICIENT_ROLE',
    group: 'fixNow',
    values: { context: agreement },
    link: agreement === 'MCA' ? adminCenter.billingAccounts : adminCenter.roles,
  };
};
