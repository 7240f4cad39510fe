import { adminCenter } from '../../adminCenter.ts';
import type { Reason } from '../../reason.ts';
import { isRefusedFor } from '../../refusals.ts';
import type { Rule } from '../../rule.ts';
import { governmentOrNonprofit } from '../account/governmentOrNonprofit.ts';
import { partnerManaged } from '../account/partnerManaged.ts';
import { endOfSale } from '../subscription/endOfSale.ts';
import { legacyPlan } from '../subscription/legacyPlan.ts';
import { prepaid } from '../subscription/prepaid.ts';
import { productKey } from '../subscription/productKey.ts';
import { trial } from '../subscription/trial.ts';
import { capClosesAll } from './seatCap.ts';

/** Each of these explains a list in which there is nothing. */
const emptying: readonly Rule[] = [
  trial,
  prepaid,
  governmentOrNonprofit,
  productKey,
  endOfSale,
  partnerManaged,
  legacyPlan,
];

/** There are plans that would do, and whoever sells them has not told a price of any. */
const unpriced: Reason = {
  code: 'NO_SUPPORTED_TARGET',
  group: 'support',
  values: { context: 'unpriced' },
  link: adminCenter.partners,
};

/**
 * No offered plan keeps the data safe, or none is offered (R15–R18). Silent where something else
 * closed the list: the seat cap, a channel that refuses and therefore offers nothing, or a kind of
 * subscription for which nothing is ever offered.
 */
export const noSupportedTarget: Rule = (facts) => {
  const { targets, excluded } = facts.targets;
  if (targets.some(({ offer }) => offer.purchaseTerms.length > 0)) return undefined;
  if (targets.length > 0) return unpriced;
  if (capClosesAll(facts)) return undefined;
  const refused = isRefusedFor('NO_SUPPORTED_TARGET', facts.refusals);
  const explained = facts.refusals.length > 0 || emptying.some((rule) => rule(facts));
  if (excluded.length === 0 && explained && !refused) return undefined;
  const losing = excluded.some(({ why }) => why === 'dataLoss');
  return {
    code: 'NO_SUPPORTED_TARGET',
    group: 'manual',
    values: losing ? { context: 'dataLoss' } : {},
    link: adminCenter.purchase,
  };
};
