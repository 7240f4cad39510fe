import { adminCenter } from '../adminCenter.ts';
import { unknownCodes } from '../refusals.ts';
import type { Rule } from '../rule.ts';

/** What is only temporary may be over in about an hour (R33). */
const hoursUntilRecheck = 1;

/** The channel refuses with a code that we don't know: told as it is, never a dead end (R28). */
export const unknownReason: Rule = ({ refusals, now }) => {
  const codes = unknownCodes(refusals);
  if (codes.length === 0) return undefined;
  return {
    code: 'UNKNOWN_REASON',
    group: 'support',
    values: { codes: codes.join(', ') },
    link: adminCenter.support,
    recheckAt: Temporal.Instant.from(now).add({ hours: hoursUntilRecheck }).toString(),
  };
};
