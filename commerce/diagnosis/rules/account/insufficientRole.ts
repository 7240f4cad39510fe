import { hasRight } from '../../../access/rights.ts';
import { adminCenter } from '../../adminCenter.ts';
import type { Rule } from '../../rule.ts';

/** The person who asks may not buy (R4–R9). */
export const insufficientRole: Rule = ({ account: { agreement }, roles }) => {
  if (hasRight('buy', agreement, roles) !== false) return undefined;
  return {
    code: 'INSUFFICIENT_ROLE',
    group: 'colleague',
    values: { context: agreement },
    link: agreement === 'MCA' ? adminCenter.billingAccounts : adminCenter.roles,
  };
};
