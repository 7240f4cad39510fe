import { temporaryRefusalHours } from '../../../model/policyValues.ts';
import { adminCenter } from '../../adminCenter.ts';
import { unknownRefusals } from '../../refusals.ts';
import type { Rule } from '../../rule.ts';
import { later } from '../../times.ts';

/** Characters of what the channel says. */
const longestSaid = 300;

/** The channel refuses with a code that we don't know: told as it is, in its own words, never a dead end (R28, R33). */
export const unknownReason: Rule = ({ refusals, now }) => {
  const unknown = unknownRefusals(refusals);
  if (unknown.length === 0) return undefined;
  const codes = unknown.map(({ code }) => code).join(', ');
  const said = unknown
    .map(({ description }) => description.trim().replaceAll(/\s+/g, ' '))
    .filter((text) => text !== '')
    .join(' ')
    .slice(0, longestSaid);
  return {
    code: 'UNKNOWN_REASON',
    group: 'support',
    values: said === '' ? { codes } : { codes, said, context: 'said' },
    link: adminCenter.support,
    recheckAt: later(now, { hours: temporaryRefusalHours }),
  };
};
