import { boughtLicences } from '../../../licences/boughtLicences.ts';
import { isOver } from '../../../model/subscription.ts';
import { isKnown } from '../../../model/unknown.ts';
import { adminCenter } from '../../adminCenter.ts';
import type { Facts } from '../../facts.ts';
import type { Reason } from '../../reason.ts';
import type { Rule } from '../../rule.ts';

/** So many users are named on the card; the rest is in the list. */
export const namedUsers = 20;

/**
 * More users have a licence of the product than were bought, over all subscriptions of it; as many
 * as were bought is fine (R24, R46, R47).
 */
export const licenseConflict: Rule = ({ subscription, subscriptions, overAssigned }) => {
  const { assigned, skuId } = subscription;
  if (isOver(subscription)) return undefined;
  const quantity = boughtLicences(subscriptions, skuId);
  if (!isKnown(assigned) || assigned <= quantity) return undefined;
  const excess = assigned - quantity;
  return {
    code: 'LICENSE_CONFLICT',
    group: 'fixNow',
    values: { assigned, quantity, excess, ...usersIn(overAssigned) },
    steps: ['buy', 'unassign', 'delete', 'again'],
    link: adminCenter.licenses,
    toFree: excess,
  };
};

function usersIn(overAssigned: Facts['overAssigned']): Reason['values'] {
  if (!isKnown(overAssigned)) return {};
  const named = overAssigned.slice(0, namedUsers).map(({ name }) => name);
  if (named.length === 0) return {};
  const context = overAssigned.length > namedUsers ? 'more' : 'named';
  return { users: named.join(', '), context };
}
