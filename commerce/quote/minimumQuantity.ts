import type { Subscription } from '../model/subscription.ts';

/**
 * Fewest licences that the automatic path may buy: all users move (R51), and an upgrade can't
 * remove licences (R52).
 */
export function minimumQuantity(subscription: Pick<Subscription, 'quantity' | 'assigned'>): number {
  return Math.max(subscription.quantity, subscription.assigned, 1);
}
