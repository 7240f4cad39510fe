import { temporaryRefusalHours } from '../../../model/policyValues.ts';
import { adminCenter } from '../../adminCenter.ts';
import { unknownCodes } from '../../refusals.ts';
import type { Rule } from '../../rule.ts';
import { later } from '../../times.ts';

/** The channel refuses with a code that we don't know: told as it is, never a dead end (R28, R33). */
export const unknownReason: Rule = ({ refusals, now }) => {
  const codes = unknownCodes(refusals);
  if (codes.length === 0) return undefined;
  return {
    code: 'UNKNOWN_REASON',
    group: 'support',
    values: { codes: codes.join(', ') },
    link: adminCenter.support,
    recheckAt: later(now, { hours: temporaryRefusalHours }),
  };
};
