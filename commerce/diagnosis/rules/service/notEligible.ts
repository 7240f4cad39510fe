import { adminCenter } from '../../adminCenter.ts';
import { isRefusedFor } from '../../refusals.ts';
import type { Rule } from '../../rule.ts';

/** The channel says no and gives no reason (R27). */
export const notEligible: Rule = ({ refusals }) => {
  if (!isRefusedFor('NOT_ELIGIBLE', refusals)) return undefined;
  return { code: 'NOT_ELIGIBLE', group: 'manual', values: {}, link: adminCenter.purchase };
};
