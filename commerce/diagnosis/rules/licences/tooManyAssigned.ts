import { assignedCaps } from '../../../model/policyValues.ts';
import { isKnown } from '../../../model/unknown.ts';
import { adminCenter } from '../../adminCenter.ts';
import type { Rule } from '../../rule.ts';

/** As many as the limit is one too many (R37). */
export const tooManyAssigned: Rule = ({ account: { agreement }, subscription: { assigned } }) => {
  const cap = isKnown(agreement) ? assignedCaps[agreement] : undefined;
  if (cap === undefined || !isKnown(assigned) || assigned < cap) return undefined;
  return {
    code: 'TOO_MANY_ASSIGNED',
    group: 'manual',
    values: { assigned, cap },
    link: adminCenter.users,
    toFree: assigned - cap + 1,
  };
};
