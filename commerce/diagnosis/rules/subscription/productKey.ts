import { isKnown } from '../../../model/unknown.ts';
import { adminCenter } from '../../adminCenter.ts';
import type { Rule } from '../../rule.ts';

/** Paid by a key of 25 characters: nothing can be bought for it or taken from it (R43, R103). */
export const productKey: Rule = ({ subscription: { soldBy, renewsOn } }) => {
  if (soldBy !== 'productKey') return undefined;
  return {
    code: 'PRODUCT_KEY',
    group: 'manual',
    values: isKnown(renewsOn) ? { until: renewsOn } : { context: 'undated' },
    link: adminCenter.purchase,
  };
};
