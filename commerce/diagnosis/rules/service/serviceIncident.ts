import { serviceRecheckHours } from '../../../model/policyValues.ts';
import { isKnown } from '../../../model/unknown.ts';
import { adminCenter } from '../../adminCenter.ts';
import type { Rule } from '../../rule.ts';
import { later } from '../../times.ts';

/** One incident of any service is enough: all must be healthy (R25). */
export const serviceIncident: Rule = ({ incidents, now }) => {
  if (!isKnown(incidents) || incidents.length === 0) return undefined;
  return {
    code: 'SERVICE_INCIDENT',
    group: 'wait',
    values: { incidents: incidents.map(({ service, id }) => `${service} (${id})`).join(', ') },
    link: adminCenter.health,
    recheckAt: later(now, { hours: serviceRecheckHours }),
  };
};
