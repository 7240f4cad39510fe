import { adminCenter } from '../../adminCenter.ts';
import { isRefusedFor } from '../../refusals.ts';
import type { Rule } from '../../rule.ts';

/** Only add-ons that stop the upgrade count; what becomes of the others is a warning (R35, R129). */
export const addOn: Rule = ({ addOns, refusals }) => {
  const forSupport = addOns.filter(({ fate }) => fate === 'support');
  const removable = addOns.filter(({ fate }) => fate === 'remove');
  const blocking = [...removable, ...forSupport];
  if (blocking.length === 0 && !isRefusedFor('ADD_ON', refusals)) return undefined;
  return {
    code: 'ADD_ON',
    group: forSupport.length > 0 ? 'support' : 'fixNow',
    values:
      blocking.length > 0
        ? { addOns: blocking.map(({ name }) => name).join(', ') }
        : { context: 'unnamed' },
    steps: [
      ...(removable.length > 0 || forSupport.length === 0 ? ['remove'] : []),
      ...(forSupport.length > 0 ? ['support'] : []),
      'again',
    ],
    link: forSupport.length > 0 ? adminCenter.support : adminCenter.subscriptions,
  };
};
