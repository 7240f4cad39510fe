import { knownPaymentMethods } from '../../../model/account.ts';
import { isKnown } from '../../../model/unknown.ts';
import { adminCenter } from '../../adminCenter.ts';
import type { Rule } from '../../rule.ts';

/** Anything overdue blocks, however it is paid; how to settle it depends on that (R36). */
export const unpaidBalance: Rule = ({ account }) => {
  const { overdue, defaultPaymentMethodId } = account;
  if (!isKnown(overdue) || overdue.amount <= 0) return undefined;
  const method = knownPaymentMethods(account).find(({ id }) => id === defaultPaymentMethodId);
  return {
    code: 'UNPAID_BALANCE',
    group: 'fixNow',
    values: { overdue, ...(method && { context: method.kind }) },
    link: adminCenter.bills,
  };
};
