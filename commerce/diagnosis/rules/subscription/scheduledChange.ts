import { adminCenter } from '../../adminCenter.ts';
import type { Rule } from '../../rule.ts';
import { startOf } from '../../times.ts';

/** What a representative has planned comes first; a change of the customer's own doesn't block (R40, R56). */
export const scheduledChange: Rule = (facts) => {
  const { scheduledChange: change } = facts.subscription;
  if (change?.by !== 'representative') return undefined;
  return {
    code: 'SCHEDULED_CHANGE',
    group: 'wait',
    values: { on: change.on },
    link: adminCenter.subscriptions,
    recheckAt: startOf(change.on, facts, 1),
  };
};
