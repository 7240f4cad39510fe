import { adminCenter } from '../../adminCenter.ts';
import type { Rule } from '../../rule.ts';

/** From these plans not even the manual path leads away: only support can help (R38). */
export const legacyPlan: Rule = ({ plan }) => {
  if (plan?.family !== 'legacy') return undefined;
  return {
    code: 'LEGACY_PLAN',
    group: 'support',
    values: { plan: plan.name },
    link: adminCenter.support,
  };
};
