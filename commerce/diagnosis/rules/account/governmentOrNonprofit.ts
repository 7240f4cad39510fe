import type { Segment } from '../../../model/account.ts';
import { adminCenter } from '../../adminCenter.ts';
import type { Rule } from '../../rule.ts';

const closed: readonly Segment[] = ['government', 'nonprofit'];

/** Plans for these organisations are changed by hand; the plan itself tells, or the account (R32). */
export const governmentOrNonprofit: Rule = ({ account, plan }) => {
  const segment = closed.find((kind) => plan?.segment === kind || account.segment === kind);
  if (!segment) return undefined;
  return {
    code: 'GOVERNMENT_OR_NONPROFIT',
    group: 'manual',
    values: { context: segment },
    link: adminCenter.purchase,
  };
};
