import { serviceRecheckHours } from '../../../model/policyValues.ts';
import { adminCenter } from '../../adminCenter.ts';
import { isRefusedFor } from '../../refusals.ts';
import type { Rule } from '../../rule.ts';
import { later } from '../../times.ts';

/** The subscription's services are not all set up yet (R25, R110). */
export const notProvisioned: Rule = ({ subscription, refusals, now }) => {
  const { unfinishedServices = [] } = subscription;
  const named = unfinishedServices.length > 0;
  if (!named && !isRefusedFor('NOT_PROVISIONED', refusals)) return undefined;
  return {
    code: 'NOT_PROVISIONED',
    group: 'wait',
    values: named ? { services: unfinishedServices.join(', ') } : { context: 'unnamed' },
    link: adminCenter.subscriptions,
    recheckAt: later(now, { hours: serviceRecheckHours }),
  };
};
