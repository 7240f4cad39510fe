import type { SubscriptionStatus } from '../../../model/subscription.ts';
import { adminCenter } from '../../adminCenter.ts';
import type { RemedyGroup } from '../../reason.ts';
import { isRefusedFor } from '../../refusals.ts';
import type { Rule } from '../../rule.ts';

/** What can be done about each status; `active` only when the channel sees it otherwise. */
const groups: Record<SubscriptionStatus, RemedyGroup> = {
  active: 'support',
  expired: 'fixNow',
  disabled: 'fixNow',
  suspended: 'fixNow',
  canceled: 'fixNow',
  deleted: 'manual',
  unknown: 'support',
};

/** Only an active subscription can be upgraded (R123). */
export const notActive: Rule = ({ subscription: { status }, refusals }) => {
  if (status === 'active' && !isRefusedFor('NOT_ACTIVE', refusals)) return undefined;
  return {
    code: 'NOT_ACTIVE',
    group: groups[status],
    values: { context: status },
    link: adminCenter.subscriptions,
  };
};
