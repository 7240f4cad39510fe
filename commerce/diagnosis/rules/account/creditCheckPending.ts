import { addBusinessDays } from '../../../base/businessDays.ts';
import { creditCheckDays } from '../../../model/policyValues.ts';
import { isKnown } from '../../../model/unknown.ts';
import { adminCenter } from '../../adminCenter.ts';
import type { Facts } from '../../facts.ts';
import type { Reason } from '../../reason.ts';
import { isRefusedFor } from '../../refusals.ts';
import type { Rule } from '../../rule.ts';
import { startOf, todayOf } from '../../times.ts';

/** A credit check of our own order or of another one; business days are counted (R26, R66, R70). */
export const creditCheckPending: Rule = (facts) => {
  const order = facts.openOrders.find(({ state }) => state === 'creditCheck');
  if (order) return reason(facts, order.creditCheckBy, { order: order.id });
  if (!isRefusedFor('CREDIT_CHECK_PENDING', facts.refusals)) return undefined;
  return reason(facts, undefined, { context: 'elsewhere' });
};

/** Where nobody has told when the check began, it is taken to begin today. */
function reason(facts: Facts, decidedBy: string | undefined, values: Reason['values']): Reason {
  const { soldTo } = facts.account;
  const country = isKnown(soldTo) ? soldTo.country : '';
  const by = decidedBy ?? addBusinessDays(todayOf(facts), creditCheckDays, country);
  return {
    code: 'CREDIT_CHECK_PENDING',
    group: 'wait',
    values: { by, ...values },
    link: adminCenter.subscriptions,
    recheckAt: startOf(by, facts, 1),
  };
}
