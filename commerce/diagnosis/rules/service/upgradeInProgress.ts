import { upgradeRecheckMinutes } from '../../../model/policyValues.ts';
import { adminCenter } from '../../adminCenter.ts';
import { isRefusedFor } from '../../refusals.ts';
import type { Rule } from '../../rule.ts';
import { later } from '../../times.ts';
import { creditCheckPending } from '../account/creditCheckPending.ts';

/** One upgrade at a time for the whole organisation (R26, R75, R82); a credit check tells more. */
export const upgradeInProgress: Rule = (facts) => {
  const order = facts.openOrders[0];
  if (!order && !isRefusedFor('UPGRADE_IN_PROGRESS', facts.refusals)) return undefined;
  if (creditCheckPending(facts)) return undefined;
  return {
    code: 'UPGRADE_IN_PROGRESS',
    group: 'wait',
    values: order ? { order: order.id } : { context: 'elsewhere' },
    link: adminCenter.subscriptions,
    recheckAt: later(facts.now, { minutes: upgradeRecheckMinutes }),
  };
};
