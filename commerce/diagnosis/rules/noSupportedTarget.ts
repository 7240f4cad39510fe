import { adminCenter } from '../adminCenter.ts';
import { isRefusedFor } from '../refusals.ts';
import type { Rule } from '../rule.ts';
import { capClosesAll } from './seatCap.ts';

/**
 * No offered plan keeps the data safe, or none is offered (R15–R18). Silent where something else
 * closed the list: the seat cap, or a channel that refuses and therefore offers nothing.
 */
export const noSupportedTarget: Rule = (facts) => {
  const { targets, excluded } = facts.targets;
  if (targets.length > 0 || capClosesAll(facts)) return undefined;
  const refused = isRefusedFor('NO_SUPPORTED_TARGET', facts.refusals);
  if (excluded.length === 0 && facts.refusals.length > 0 && !refused) return undefined;
  const losing = excluded.some(({ why }) => why === 'dataLoss');
  return {
    code: 'NO_SUPPORTED_TARGET',
    group: 'manual',
    values: losing ? { context: 'dataLoss' } : {},
    link: adminCenter.purchase,
  };
};
