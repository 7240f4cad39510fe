import type { Subscription } from '../model/subscription.ts';
import { isKnown } from '../model/unknown.ts';

/**
 * Fewest licences that the automatic path may buy: all users move (R51), and an upgrade can't
 * remove licences (R52).
 */
export function minimumQuantity(subscription: Pick<Subscription, 'quantity' | 'assigned'>): number {
  const { quantity, assigned } = subscription;
  return Math.max(quantity, isKnown(assigned) ? assigned : 0, 1);
}
