import { isKnown } from '../../../model/unknown.ts';
import { adminCenter } from '../../adminCenter.ts';
import type { Rule } from '../../rule.ts';

/** A trial has to be bought before it can be upgraded (R42). */
export const trial: Rule = ({ subscription }) => {
  if (!subscription.trial) return undefined;
  return {
    code: 'TRIAL',
    group: 'fixNow',
    values: isKnown(subscription.renewsOn)
      ? { until: subscription.renewsOn }
      : { context: 'undated' },
    link: adminCenter.subscriptions,
  };
};
