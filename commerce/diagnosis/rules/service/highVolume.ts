import { temporaryRefusalHours } from '../../../model/policyValues.ts';
import { adminCenter } from '../../adminCenter.ts';
import { isRefusedFor } from '../../refusals.ts';
import type { Rule } from '../../rule.ts';
import { later } from '../../times.ts';

/** The channel is busy: the hour counts from the first attempt; longer is not usual (R33). */
export const highVolume: Rule = ({ refusals, now, busySince = now }) => {
  if (!isRefusedFor('HIGH_VOLUME', refusals)) return undefined;
  const over = later(busySince, { hours: temporaryRefusalHours });
  const isLate = Temporal.Instant.compare(over, now) <= 0;
  return {
    code: 'HIGH_VOLUME',
    group: 'wait',
    values: isLate ? { context: 'still' } : {},
    link: adminCenter.health,
    recheckAt: isLate ? later(now, { hours: temporaryRefusalHours }) : over,
  };
};
