import { minimumQuantity } from '../../../quote/minimumQuantity.ts';
import { adminCenter } from '../../adminCenter.ts';
import type { Facts } from '../../facts.ts';
import { isRefusedFor } from '../../refusals.ts';
import type { Rule } from '../../rule.ts';

/** Whether nothing but plans that can't hold so many licences would be left to upgrade to (R45). */
export function capClosesAll({ targets }: Pick<Facts, 'targets'>): boolean {
  return targets.targets.length === 0 && targets.excluded.some(({ why }) => why === 'seatCap');
}

/** A cap that leaves at least one plan doesn't stand in the way (R45). */
export const seatCap: Rule = (facts) => {
  const { subscription, targets, refusals } = facts;
  if (!capClosesAll(facts) && !isRefusedFor('SEAT_CAP', refusals)) return undefined;
  const caps = targets.excluded
    .filter(({ why }) => why === 'seatCap')
    .flatMap(({ plan }) => plan.seatCap ?? []);
  return {
    code: 'SEAT_CAP',
    group: 'manual',
    values: {
      quantity: minimumQuantity(subscription),
      ...(caps.length > 0 ? { cap: Math.max(...caps) } : { context: 'unstated' }),
    },
    link: adminCenter.purchase,
  };
};
