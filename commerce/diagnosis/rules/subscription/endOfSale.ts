import { adminCenter } from '../../adminCenter.ts';
import { isRefusedFor } from '../../refusals.ts';
import type { Rule } from '../../rule.ts';
import { todayOf } from '../../times.ts';

/** A product that is not sold any more can only be replaced by hand (R39). */
export const endOfSale: Rule = (facts) => {
  const { endOfSale: day } = facts.subscription;
  const ended = day !== undefined && day <= todayOf(facts);
  if (!ended && !isRefusedFor('END_OF_SALE', facts.refusals)) return undefined;
  return {
    code: 'END_OF_SALE',
    group: 'manual',
    values: ended ? { day } : { context: 'undated' },
    link: adminCenter.purchase,
  };
};
