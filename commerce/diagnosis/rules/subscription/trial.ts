import { adminCenter } from '../../adminCenter.ts';
import type { Rule } from '../../rule.ts';

/** A trial has to be bought before it can be upgraded (R42). */
export const trial: Rule = ({ subscription }) => {
  if (!subscription.trial) return undefined;
  return {
    code: 'TRIAL',
    group: 'fixNow',
    values: { until: subscription.renewsOn },
    link: adminCenter.subscriptions,
  };
};
